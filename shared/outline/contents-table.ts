/** A table of contents before the text: recognised by its page numbers, or by 目录 and lines that come again as headings. */
import type { Line } from './lines'
import type { Report } from './report'

const CAPTION = /^[【[（(]?\s?目\s{0,8}[录次]\s?[】\])）]?$/
const LEADER = /(?:[.．·…‥。_\-—]{3,}|…|\s{2,}|\u3000)\s*[(（]?\d{1,3}[)）]?$/
/** Dots included. Longer lines are not looked at: the pattern costs the square of its run of dots. */
const LONGEST = 160
/** Fewer lines with page numbers than this, without the word 目录, are no table of contents. */
const FEWEST_WITHOUT_CAPTION = 3

function endsWithPage(text: string): boolean {
  return text.length <= LONGEST && LEADER.test(text)
}

export function withoutContentsTable(lines: readonly Line[], report: Report): Line[] {
  const found = find(lines)
  if (found === null) return [...lines]
  for (const { text, line } of lines.slice(found.start, found.end))
    report.add('left-out', '这一行属于目录，没有导入。', text, line)
  return [...lines.slice(0, found.start), ...lines.slice(found.end)]
}

function find(lines: readonly Line[]): { start: number; end: number } | null {
  const start = lines.findIndex(({ text }) => CAPTION.test(text))
  if (start !== -1) {
    const end = endOf(lines, start + 1)
    return end > start + 1 ? { start, end } : null
  }
  const first = lines.findIndex(({ text }) => endsWithPage(text))
  if (first === -1 || first > 12) return null
  let end = first
  while (end < lines.length && endsWithPage(lines[end]?.text ?? '')) end += 1
  return end - first >= FEWEST_WITHOUT_CAPTION ? { start: first, end } : null
}

/** The first line that neither has a page number nor comes again further down. */
function endOf(lines: readonly Line[], from: number): number {
  const later = new Map(lines.map(({ text }, index) => [keyOf(text), index]))
  const prefixes = new Map<string, number>()
  lines.forEach(({ text }, index) => {
    const sentence = /^[^。]{2,60}(?=。)/.exec(text)?.[0]
    if (sentence !== undefined) prefixes.set(keyOf(sentence), index)
  })
  let end = from
  while (end < lines.length) {
    const line = lines[end]
    if (line === undefined || line.table !== undefined) break
    const key = keyOf(line.text.slice(0, LONGEST).replace(LEADER, ''))
    const again = Math.max(later.get(key) ?? -1, prefixes.get(key) ?? -1) > end
    const paged =
      endsWithPage(line.text) ||
      (line.text.length <= 50 && /[^\d.]\d{1,3}$/.test(line.text) && later.has(key.replace(/\d+$/, '')))
    if (!paged && !(again && line.text.length <= 60)) break
    end += 1
  }
  return end
}

function keyOf(text: string): string {
  return text.slice(0, 80).replace(/[\s。．.…·、]/g, '')
}
