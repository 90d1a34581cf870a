/** The lines before the text: what stands above the title, the title (1–3 lines), and the byline under it. */
import { isDateLine, isLabelledLine, isNameLine, isPostLine } from './dates'
import { typedNumberAt } from './headings'
import type { Line } from './lines'
import type { Report } from './report'

export interface Front {
  above: Line[]
  title: Line[]
  byline: Line[]
  body: Line[]
}

const MOST_TITLE_LINES = 3
const LONGEST_LINE = 60
/** What titles of these texts end with. */
const LAST_WORD =
  /(?:材料|提纲|报告|发言|发言稿|讲话|讲话稿|剖析|检查|清单|方案|总结|汇报|计划|意见|体会|措施|台账|纪要|记录|表态|分析|自查|情况)(?:[（(【].{1,20}[)）】])?$/
const KEY_WORD = /对照检查|检视|剖析|生活会|发言|述职|总结|汇报|报告|材料|方案|党性分析|自我批评|自查|主题教育/
const ABOVE =
  /^(?:附件?\s?[\d一二三四五六七八九十]{0,2}[:：]?|内部(?:资料|文件|材料).{0,12}|(?:机密|秘密|绝密).{0,12}|(?:讨论|征求意见|送审|修改|初|定)稿.{0,8}|.{2,20}文件|.{2,20}〔\d{4}〕\d{1,4}号)$/
const NO_TITLE = /^(?:前言|引言|导语|正文|摘要|序言|前\s言|尊敬的.*|各位.*|同志们.*)$/

export function readFront(lines: readonly Line[], report: Report): Front {
  const start = lines.findIndex((line) => !(line.table === undefined && ABOVE.test(line.text)))
  const above = start <= 0 ? [] : lines.slice(0, start)
  const zone = frontZone(lines.slice(above.length))
  const count = titleLines(zone, lines[above.length + zone.length])
  if (count === 0) {
    report.add('guessed', '没有找到标题，请补写。')
    return { above: [], title: [], byline: [], body: [...lines] }
  }
  // More lines than a title has: the last ones are it.
  const skipped = Math.max(0, count - MOST_TITLE_LINES)
  const titleZone = zone.slice(skipped, count)
  const title = titleZone.filter((line, index) => index === 0 || !repeats(line, titleZone[index - 1], report))
  if (!title.some(({ text, hint }) => hint === 'title' || LAST_WORD.test(text))) {
    report.add('guessed', '把开头的短行当作标题，请核对。', title[0]?.text, title[0]?.line)
  }
  const byline = bylineAfter(zone.slice(count))
  const first = title[0]
  const body = lines
    .slice(above.length + count + byline.length)
    .filter((line) => !repeats(line, title.length === 1 ? first : undefined, report))
  return { above: [...above, ...zone.slice(0, skipped)], title, byline, body }
}

/** The leading lines that could be title or byline: short, no sentence, no number. */
function frontZone(lines: readonly Line[]): Line[] {
  const zone: Line[] = []
  for (const line of lines.slice(0, 9)) {
    if (line.table !== undefined || !isFrontLine(line)) break
    zone.push(line)
  }
  return zone
}

function isFrontLine({ text, hint }: Line): boolean {
  if (hint === 'title') return true
  const number = typedNumberAt(text)
  if (number !== null && number.doubt === 'none') return false
  return text.length <= LONGEST_LINE && !/[。；！？!?;]|[：:，、,]$/.test(text) && !NO_TITLE.test(text)
}

function titleLines(zone: readonly Line[], next: Line | undefined): number {
  const styled = zone.findLastIndex(({ hint }) => hint === 'title')
  if (styled !== -1) return styled + 1
  const ends = zone.slice(0, 5).findLastIndex(({ text }, index) => LAST_WORD.test(text) && (index === 0 || !isBylineText(text)))
  if (ends !== -1) {
    const broken = zone.slice(0, ends).findIndex(({ text }) => isDateLine(text) || isLabelledLine(text))
    return broken > 0 ? broken : ends + 1
  }
  const first = zone[0]
  if (first === undefined || isBylineText(first.text)) return 0
  const known = KEY_WORD.test(first.text)
  // "存在的问题" over （一） is a heading that lost its number.
  if (
    !known &&
    (zone.length > 1 ? zone[1] : next) === next &&
    next !== undefined &&
    typedNumberAt(next.text)?.value === 1 &&
    typedNumberAt(next.text)?.style !== 'chinese'
  )
    return 0
  if (!known && (first.text.includes('，') || (first.hint !== undefined && first.hint !== 1))) return 0
  let count = 1
  while (count < Math.min(zone.length, MOST_TITLE_LINES)) {
    const text = zone[count]?.text ?? ''
    if (isBylineText(text) || !(KEY_WORD.test(text) || /^[—－-]{1,2}/.test(text))) break
    count += 1
  }
  return count
}

function isBylineText(text: string): boolean {
  return isDateLine(text) || isNameLine(text) || isLabelledLine(text) || isPostLine(text) || /^[（(【].{1,30}[)）】]$/.test(text)
}

const UNIT = /^[^，。；：]{3,25}(?:党组|党委|党总支|支部|支部委员会|委员会|班子|办公室|局|中心|公司)$/

function bylineAfter(zone: readonly Line[]): Line[] {
  let count = 0
  zone.forEach(({ text }, index) => {
    // An unlabelled short line counts only among lines that are bylines for certain.
    if (isBylineText(text) || UNIT.test(text)) count = index + 1
  })
  return zone.slice(0, count)
}

/** The title once more (as the head of a page, or after a table of contents) is no text. */
function repeats(line: Line, title: Line | undefined, report: Report): boolean {
  if (title === undefined || line.table !== undefined || line.text !== title.text) return false
  report.add('left-out', '这一行重复了标题，没有导入。', line.text, line.line)
  return true
}
