import type { ImportResult } from '../../lib/api-types'

export type ReportItem = ImportResult['report'][number]
export type ReportKind = ReportItem['kind']

/** What may be lost comes first. */
const KINDS: readonly ReportKind[] = ['left-out', 'guessed', 'corrected', 'placeholder']

export function groupReport(report: readonly ReportItem[]): { kind: ReportKind; items: ReportItem[] }[] {
  return KINDS.map((kind) => ({ kind, items: report.filter((item) => item.kind === kind) })).filter(
    ({ items }) => items.length > 0,
  )
}
