/** The source as lines: trimmed, without invisible characters and empty lines, each knowing where it came from. */
import type { HeadingLevel, Run, TableBlock } from '../schema/blocks'
import { cleaned, LINE_BREAK, widthOf } from './characters'
import { joinRuns, type NotedRun, textOfRuns, trimRuns } from './runs'
import type { SourceParagraph, SourceText } from './source'

export interface Line {
  runs: Run[]
  text: string
  /** Line (or paragraph) of the source, from 1. */
  line: number
  /** Columns of half a Chinese character the line was indented by. */
  indent: number
  blankBefore: boolean
  hint?: 'title' | HeadingLevel
  align?: 'center' | 'right'
  table?: TableBlock
  /** Cut out of a text that had lost its line breaks: its heading may run into its paragraph without any mark. */
  flat?: boolean
}

export function linesOf(source: string | readonly SourceParagraph[]): Line[] {
  const paragraphs: Iterable<SourceParagraph> = typeof source === 'string' ? textParagraphs(source) : source
  const lines: Line[] = []
  let number = 0
  let blank = false
  for (const paragraph of paragraphs) {
    number += 1
    if (paragraph.kind === 'table') {
      lines.push({ runs: [], text: '', line: number, indent: 0, blankBefore: blank, table: paragraph.table })
      blank = false
      continue
    }
    const added = textLines(paragraph, number, blank)
    lines.push(...added)
    blank = added.length === 0
  }
  return lines
}

function* textParagraphs(source: string): Generator<SourceText> {
  for (const text of source.split(LINE_BREAK)) yield { kind: 'text', runs: text === '' ? [] : [{ text }] }
}

/** None for an empty paragraph, several where a run holds line breaks. */
function textLines(paragraph: SourceText, line: number, blankBefore: boolean): Line[] {
  const { hint, align, number } = paragraph
  const lines: Line[] = []
  /** Notes without text so far: they go with the line that comes. */
  let places: NotedRun[] = []
  for (const piece of splitAtBreaks(numbered(paragraph.runs, number))) {
    const clean = joinRuns([...places, ...piece.map((run) => ({ ...run, text: cleaned(run.text) }))])
    const runs = trimRuns(clean)
    const text = textOfRuns(runs)
    places = text === '' ? runs : []
    if (text === '') continue
    const indent = widthOf(/^[ \u3000]*/.exec(textOfRuns(clean))?.[0] ?? '')
    lines.push({
      runs,
      text,
      line,
      indent,
      blankBefore: blankBefore && lines.length === 0,
      ...(hint === undefined ? {} : { hint }),
      ...(align === undefined ? {} : { align }),
    })
  }
  lines.at(-1)?.runs.push(...places)
  return lines
}

function numbered(runs: readonly NotedRun[], number: string | undefined): readonly NotedRun[] {
  if (number === undefined || number.trim() === '') return runs
  return [{ text: /[\p{P}\s]$/u.test(number) ? number : `${number} ` }, ...runs]
}

function splitAtBreaks(runs: readonly NotedRun[]): NotedRun[][] {
  const pieces: NotedRun[][] = [[]]
  for (const run of runs) {
    run.text.split(LINE_BREAK).forEach((text, index) => {
      if (index > 0) pieces.push([])
      pieces.at(-1)?.push({ ...run, text })
    })
  }
  return pieces
}
