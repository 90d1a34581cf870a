/** Headings without a number: those a style names, and short lines whose place says that a number was lost. All are guesses and reported. */
import type { HeadingLevel } from '../schema/blocks'
import { isDateLine } from './dates'
import type { Entry } from './entries'
import { isHeadingLike } from './entries'
import type { Line } from './lines'
import type { Report } from './report'

const LONGEST_STYLED = 80
const LONGEST_GUESSED = 25
/** A paragraph of this length under a short line makes the line its heading, in a text without any numbers. */
const SHORTEST_PARAGRAPH = 30

export function withUnnumberedHeadings(entries: readonly Entry[], report: Report): Entry[] {
  const outer = entries.some(({ heading }) => heading?.level === 1)
  const numbered = entries.some(({ heading }) => heading !== null)
  let lastSection = 0
  return entries.map((entry, index) => {
    const { line, heading } = entry
    if (heading !== null) {
      if (heading.level === 1) lastSection = 0
      if (heading.level === 2) lastSection = heading.number?.value ?? lastSection
      return entry
    }
    if (line.table !== undefined) return entry
    const { hint } = line
    if (hint !== undefined && hint !== 'title' && line.text.length <= LONGEST_STYLED) return headingEntry(line, hint)
    const next = entries[index + 1]
    if (!isGuess(line) || next === undefined) return entry
    const first = next.heading?.number?.value === 1 ? next.heading : null
    const overSections = first?.level === 2 && (!outer || lastSection > 0)
    const overItems = first?.level === 3 && !entries.some(({ heading: other }) => other !== null && other.level < 3)
    const overText = !numbered && next.line.text.length >= SHORTEST_PARAGRAPH && next.line.text.includes('。')
    if (!overSections && !overItems && !overText) return entry
    if (overSections) lastSection = 0
    report.add('guessed', '这一行没有编号，按位置当作标题，请核对。', line.text, line.line)
    return headingEntry(line, 1)
  })
}

function isGuess(line: Line): boolean {
  return (
    isHeadingLike(line) &&
    line.text.length <= LONGEST_GUESSED &&
    line.text.length >= 2 &&
    !/[，。；：！？“”（）()0-9]/.test(line.text) &&
    !isDateLine(line.text)
  )
}

function headingEntry(line: Line, level: HeadingLevel): Entry {
  return { line, heading: { level, number: null, cut: { shape: 'own-line', at: line.text.length, runIn: false } } }
}
