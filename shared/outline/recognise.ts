/**
 * Any text of this kind → a structured material and a report of what was guessed, corrected or left out. Pure, and linear in
 * the text's length. Every character of the source ends up in a block, in a number that is drawn, or in a line the report
 * names as left out; only spaces, invisible characters and page furniture go.
 *
 * The steps: lines → furniture and table of contents off → wrapped lines joined → several items on one line cut → title and
 * byline → numbers and levels → headings without number → blocks → run-in lists.
 */
import type { Block, HeadingBlock, ParagraphBlock } from '../schema/blocks'
import { textOf } from '../schema/blocks'
import { alignOf, closingFrom } from './closing'
import { withoutContentsTable } from './contents-table'
import type { ReportItem } from './document-outline'
import type { Entry } from './entries'
import { afterNumber, entriesOf } from './entries'
import { withoutFurniture } from './furniture'
import { withoutNumberedParagraphs } from './groups'
import type { Line } from './lines'
import { linesOf } from './lines'
import { withoutMarkdown } from './markdown'
import { headingNumber, Numbering } from './numbering'
import { withOrdinals } from './ordinals'
import { placeholdersIn } from './placeholders'
import { Report } from './report'
import { cutRuns, trimRuns, withoutWholeMarks } from './runs'
import type { SourceParagraph } from './source'
import { splitAtNumbers } from './split-lines'
import { readFront } from './title'
import { withUnnumberedHeadings } from './unnumbered'
import { unwrapped } from './unwrap'

export function recognise(source: string | readonly SourceParagraph[]): { blocks: Block[]; report: ReportItem[] } {
  const report = new Report()
  const lines = textLines(source, report)
  const { above, title, byline, body } = readFront(lines, report)
  const entries = withUnnumberedHeadings(withoutNumberedParagraphs(entriesOf(body)), report)
  const closing = closingFrom(entries)
  reportHeadings(entries, report)
  for (const line of lines) reportPlaceholders(line, report)
  const blocks: Block[] = [
    ...above.map((line): Block => ({ type: 'paragraph', ...alignOf(line, false), runs: line.runs })),
    ...title.map((line): Block => ({ type: 'title', runs: withoutWholeMarks(line.runs) })),
    ...byline.map((line): Block => ({ type: 'byline', runs: withoutWholeMarks(line.runs) })),
    ...entries.flatMap((entry, index) => blocksOf(entry, index >= closing)),
  ]
  return { blocks: withOrdinals(blocks), report: report.items() }
}

function textLines(source: string | readonly SourceParagraph[], report: Report): Line[] {
  const steps = [withoutMarkdown, withoutFurniture, withoutContentsTable, unwrapped, splitAtNumbers]
  return steps.reduce((lines, step) => step(lines, report), linesOf(source))
}

function blocksOf(entry: Entry, closing: boolean): Block[] {
  const { line, heading } = entry
  if (line.table !== undefined) return [line.table]
  if (heading === null) return [paragraph(line, line.runs, closing)]
  const [head = [], rest = []] = cutRuns(afterNumber(entry), [heading.cut.at])
  const text = trimRuns(rest)
  const runIn = heading.cut.runIn && text.length > 0
  const block: HeadingBlock = {
    type: 'heading',
    level: heading.level,
    ...(runIn ? { runIn } : {}),
    runs: withoutWholeMarks(trimRuns(head)),
  }
  return text.length > 0 ? [block, paragraph(line, text, false)] : [block]
}

function paragraph(line: Line, runs: Line['runs'], closing: boolean): ParagraphBlock {
  return { type: 'paragraph', ...alignOf(line, closing), runs }
}

/** Tells which numbers change by being drawn, and how many headings were cut from their paragraphs. */
function reportHeadings(entries: readonly Entry[], report: Report): void {
  const numbering = new Numbering()
  const restyled: Entry[] = []
  const cut: Entry[] = []
  for (const entry of entries) {
    const { heading, line } = entry
    if (heading === null) continue
    const count = numbering.heading(heading.level)
    const drawn = headingNumber(heading.level, count)
    const { number } = heading
    if (heading.cut.runIn && heading.cut.at < line.text.length - (number?.length ?? 0)) cut.push(entry)
    if (number === null) {
      if (line.hint !== undefined)
        report.add('corrected', `这个标题按样式识别，没有编号，现编为“${drawn}”。`, line.text, line.line)
    } else if (number.value !== count)
      report.add('corrected', `编号“${number.typed}”重复、跳号或次序不对，按顺序改为“${drawn}”。`, line.text, line.line)
    else if (number.typed !== drawn) restyled.push(entry)
  }
  const [first] = restyled
  if (first !== undefined) {
    const typed = first.heading?.number?.typed ?? ''
    report.add(
      'corrected',
      `有 ${restyled.length} 处编号的写法（如“${typed}”）已换成规范的编号。`,
      first.line.text,
      first.line.line,
    )
  }
  const [merged] = cut
  if (merged !== undefined) {
    report.add(
      'guessed',
      `有 ${cut.length} 处标题与正文连写，已拆成标题和正文，导出时仍写在一起。`,
      merged.line.text,
      merged.line.line,
    )
  }
}

function reportPlaceholders(line: Line, report: Report): void {
  const texts = line.table === undefined ? [line.text] : line.table.rows.flat().flatMap((cell) => cell.paragraphs.map(textOf))
  for (const text of texts) {
    for (const found of placeholdersIn(text)) {
      report.add(
        'placeholder',
        `占位符“${found.text}”还没有填写。`,
        text.slice(Math.max(0, found.at - 12), found.at + 24),
        line.line,
      )
    }
  }
}
