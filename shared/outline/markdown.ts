/** Text copied from a program that writes Markdown: the marks around headings ("## 一、…", "**一、…**") are left out and reported. */
import { typedNumberAt } from './headings'
import type { Line } from './lines'
import type { Report } from './report'
import { cutRuns, joinRuns, textOfRuns, trimRuns } from './runs'

const LONGEST_EMPHASIS = 120

export function withoutMarkdown(lines: readonly Line[], report: Report): Line[] {
  return lines.map((line) => {
    const spans = marksIn(line.text)
    if (line.table !== undefined || spans.length === 0) return line
    for (const [start, end] of spans)
      report.add('left-out', '标题前后的 Markdown 记号没有导入。', line.text.slice(start, end), line.line)
    const pieces = cutRuns(line.runs, spans.flat())
    const runs = trimRuns(joinRuns(pieces.filter((_, index) => index % 2 === 0).flat()))
    return { ...line, runs, text: textOfRuns(runs) }
  })
}

/** Start and end of each mark. A pair of `**` counts only around a number: anywhere else it is a placeholder. */
function marksIn(text: string): [number, number][] {
  const hashes = /^#{1,6}\s+(?=\S)/.exec(text)?.[0].length ?? 0
  const spans: [number, number][] = hashes > 0 ? [[0, hashes]] : []
  if (!text.startsWith('**', hashes) || text[hashes + 2] === '*') return spans
  const close = text.slice(0, hashes + LONGEST_EMPHASIS).indexOf('**', hashes + 2)
  const number = typedNumberAt(text, hashes + 2)
  if (close === -1 || number === null || number.doubt !== 'none') return spans
  return hashes > 0
    ? [
        [0, hashes + 2],
        [close, close + 2],
      ]
    : [
        [0, 2],
        [close, close + 2],
      ]
}
