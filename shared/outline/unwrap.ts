/**
 * Hard-wrapped lines, as text copied from a PDF or a mail has them: joined to paragraphs again. Only where the whole text looks
 * wrapped (many lines that fill the same width and stop in mid-sentence); a text with one paragraph a line stays as it is.
 */
import { endsSentence, widthOf } from './characters'
import { typedNumberAt } from './headings'
import type { Line } from './lines'
import { joinRuns } from './runs'
import type { Report } from './report'

/** Columns of half a character: wider lines than this were not wrapped by a page. */
const WIDEST = 124
const NARROWEST = 30
/** A line is full if it misses at most this much: a mark that may not begin a line takes its neighbour with it. */
const SLACK_COLUMNS = 7
const SLACK_CHARACTERS = 3

/** Room taken, measured both ways: pages wrap by columns, programs often by characters. */
interface Measure {
  columns: number
  characters: number
}

export function unwrapped(lines: readonly Line[], report: Report): Line[] {
  const measures = lines.map(measureOf)
  const full = fullMeasure(lines, measures)
  if (full === null) return [...lines]
  const indentsTell = tellingIndents(lines)
  const blanksTell = lines.filter((line) => line.blankBefore).length < lines.length * 0.7
  const joined: Line[] = []
  let pieces: Line[] = []
  let count = 0
  const close = () => {
    const first = pieces[0]
    if (first !== undefined) joined.push(pieces.length === 1 ? first : joinLines(first, pieces))
    pieces = []
  }
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const goesOn =
      before !== undefined &&
      !(blanksTell && line.blankBefore) &&
      !(indentsTell && line.indent >= INDENT) &&
      line.table === undefined &&
      before.table === undefined &&
      line.hint === undefined &&
      continues(before.text, line.text, indentsTell, missing(measures[index - 1], full))
    if (goesOn) count += 1
    else close()
    pieces.push(line)
  })
  close()
  if (count > 0) report.add('guessed', `原文每行强制换行，已把 ${count} 处断开的行接成段落。`, lines[0]?.text ?? '')
  return joined
}

/** What lines were wrapped at, or null for a text that is not wrapped. */
function fullMeasure(lines: readonly Line[], measures: readonly Measure[]): Measure | null {
  if (lines.length < 3) return null
  const full = {
    columns: nearlyMost(measures.map(({ columns }) => columns)),
    characters: nearlyMost(measures.map(({ characters }) => characters)),
  }
  if (full.columns > WIDEST || full.columns < NARROWEST) return null
  let filled = 0
  let broken = 0
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (missing(measures[index], full) > 1 || next === undefined) return
    filled += 1
    const running = typedNumberAt(line.text) === null || /[。，；、]/.test(line.text)
    if (running && !endsSentence(line.text) && typedNumberAt(next.text) === null) broken += 1
  })
  const enough = lines.length < 12 ? 2 : 3
  return broken >= enough && broken >= filled * 0.4 ? full : null
}

function measureOf(line: Line): Measure {
  return { columns: line.indent + widthOf(line.text), characters: Math.ceil(line.indent / 2) + line.text.length }
}

/** The most, but for the odd line that sticks out. */
function nearlyMost(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.98) - 1)] ?? 0
}

/** How far a line is from full, in slacks: up to 1 is full, up to 0.3 leaves no room for one more character. */
function missing(measure: Measure | undefined, full: Measure): number {
  if (measure === undefined) return Number.POSITIVE_INFINITY
  return Math.min((full.columns - measure.columns) / SLACK_COLUMNS, (full.characters - measure.characters) / SLACK_CHARACTERS)
}

const INDENT = 2

/** Indents tell paragraphs apart if some lines have one and some do not. */
function tellingIndents(lines: readonly Line[]): boolean {
  const indented = lines.filter((line) => line.indent >= INDENT).length
  return indented >= 2 && indented <= lines.length * 0.7
}

function continues(before: string, text: string, indentsTell: boolean, missed: number): boolean {
  if (/^[，。；、：！？）》”’]/.test(text)) return true
  const number = typedNumberAt(text)
  if (number !== null && number.doubt === 'none' && !(indentsTell && !endsSentence(before) && /[。，；、]/.test(before)))
    return false
  if (endsSentence(before)) {
    // A sentence that happens to end with the line: only a wholly full line is taken to go on.
    if (/^[一二三四五六七八九十]{1,2}是/.test(text)) return indentsTell && missed <= 1
    return missed <= 0.3 || (indentsTell && missed <= 1)
  }
  if (/[，、《“（]$/.test(before)) return missed <= 6
  return missed <= 1
}

function joinLines(first: Line, pieces: readonly Line[]): Line {
  const runs = pieces.flatMap((piece, index) => {
    const before = pieces[index - 1]?.text ?? ''
    const spaced = /[A-Za-z,]$/.test(before) && /^[A-Za-z]/.test(piece.text)
    return spaced ? [{ text: ' ' }, ...piece.runs] : piece.runs
  })
  const joined = joinRuns(runs)
  return { ...first, runs: joined, text: joined.map((run) => run.text).join('') }
}
