/** Gathers what a person who imports should know, in the order of the text. */
import type { ReportItem } from './document-outline'

/** Beyond this many of one kind (left-out lines excepted) only their number is told. */
const MOST_OF_A_KIND = 300
const EXCERPT_LENGTH = 40

export class Report {
  private readonly listed: ReportItem[] = []
  private readonly counts = new Map<ReportItem['kind'], number>()

  add(kind: ReportItem['kind'], message: string, excerpt = '', line?: number): void {
    const count = (this.counts.get(kind) ?? 0) + 1
    this.counts.set(kind, count)
    if (count > MOST_OF_A_KIND && kind !== 'left-out') return
    this.listed.push({ kind, message, excerpt: excerptOf(excerpt), ...(line === undefined ? {} : { line }) })
  }

  items(): ReportItem[] {
    const sorted = [...this.listed].sort((left, right) => (left.line ?? 0) - (right.line ?? 0))
    for (const [kind, count] of this.counts) {
      if (count > MOST_OF_A_KIND && kind !== 'left-out') {
        sorted.push({ kind, message: `同类情况还有 ${count - MOST_OF_A_KIND} 处，没有逐一列出。`, excerpt: '' })
      }
    }
    return sorted
  }
}

function excerptOf(text: string): string {
  return text.length <= EXCERPT_LENGTH ? text : [...text.slice(0, EXCERPT_LENGTH * 2)].slice(0, EXCERPT_LENGTH).join('')
}
