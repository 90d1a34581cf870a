/** What a scenario found, as a table for people. */
import { cpus, loadavg, totalmem } from 'node:os'
import type { Outcome } from './scenarios/scenario'

const GIGABYTE = 1024 ** 3

/** Where it was measured; `load` tells how busy others kept it. */
export function machine(): Record<string, string | number> {
  const all = cpus()
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / GIGABYTE),
    node: process.version,
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
  }
}

export function describe({ figures, ratios, aims, notes }: Outcome): string {
  const servers = Object.keys(figures)
  const names = [...new Set(Object.values(figures).flatMap((each) => Object.keys(each)))]
  const rows = [
    ['', ...servers],
    ...names.map((name) => [name, ...servers.map((server) => cell(figures[server]?.[name], ratios[server]?.[name]))]),
  ]
  const verdicts = aims.map(({ aim, value, limit, reached }) => {
    const bound = 'atMost' in limit ? `≤ ${limit.atMost}` : `≥ ${limit.atLeast}`
    return `${reached ? 'reached' : 'NOT reached'}: ${aim}: ${value} (aim ${bound})`
  })
  return [...table(rows), ...verdicts, ...(notes ?? [])].join('\n')
}

function cell(value: number | undefined, ratio: number | undefined): string {
  if (value === undefined) return '–'
  return ratio === undefined ? String(value) : `${value} (×${ratio})`
}

function table(rows: readonly string[][]): string[] {
  if ((rows[0]?.length ?? 0) < 2) return []
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '))
}
