/**
 * Lines with the number they were typed under and the level it means. Level goes by style (一、 → 1 … （1） → 4), since that is what
 * will be drawn; only 第一部分 above 一、 moves what is below it down. Doubtful numbers count where their neighbours bear them out.
 */
import type { HeadingLevel } from '../schema/blocks'
import { endsSentence } from './characters'
import type { HeadingCut } from './heading-text'
import { cutHeading } from './heading-text'
import type { NumberStyle, TypedNumber } from './headings'
import { deeperStyles, holdsNextNumber, typedNumberAt } from './headings'
import type { Line } from './lines'
import { dropRuns, joinRuns } from './runs'

/** A line that is a heading as far as its number goes; `heading` null: it is a paragraph, whatever number was typed. */
export interface Entry {
  line: Line
  heading: EntryHeading | null
}

export interface EntryHeading {
  level: HeadingLevel
  /** Null: the heading had no number. */
  number: TypedNumber | null
  cut: HeadingCut
}

export function entriesOf(lines: readonly Line[]): Entry[] {
  const numbers = acceptedNumbers(lines)
  const levels = new Levels(numbers)
  const entries: Entry[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (line === undefined) break
    const number = numbers[index] ?? null
    const level = number === null ? null : levels.next(number.style)
    if (number === null || level === null) {
      entries.push({ line, heading: null })
    } else {
      const next = lines[index + 1]
      const alone = line.text.length === number.length
      // "一、" on a line of its own: the heading's text is the next line.
      if (alone && next !== undefined && numbers[index + 1] === null && isHeadingLike(next)) {
        entries.push(
          entryOf({ ...line, runs: joinRuns([...line.runs, ...next.runs]), text: line.text + next.text }, number, level),
        )
        index += 1
      } else entries.push(entryOf(line, number, level))
    }
    index += 1
  }
  return entries
}

function entryOf(line: Line, number: TypedNumber, level: HeadingLevel): Entry {
  return { line, heading: { level, number, cut: cutHeading(line.text.slice(number.length), level > 2, line.flat === true) } }
}

export function isHeadingLike({ text, table }: Line): boolean {
  return table === undefined && text.length <= 45 && !endsSentence(text) && !/[。；]/.test(text)
}

/** For each line its number if it is one: lists inside a paragraph and quantities are none. */
function acceptedNumbers(lines: readonly Line[]): (TypedNumber | null)[] {
  const numbers = lines.map((line) => {
    const number = line.table === undefined ? typedNumberAt(line.text) : null
    return number !== null && holdsNextNumber(line.text.slice(number.length), number.style, number.value) ? null : number
  })
  const hasBrackets = numbers.some((number) => number?.style === 'decimalBracket')
  const before = new Map<NumberStyle, number>()
  const following = nextValues(numbers)
  return numbers.map((number, index) => {
    if (number === null) return null
    const text = lines[index]?.text.slice(number.length) ?? ''
    const last = before.get(number.style)
    const due = number.value === (last ?? 0) + 1 || number.value === 1
    const borneOut = due && (number.value > 1 || following[index] === 2)
    const accepted =
      number.doubt === 'none' ||
      (number.doubt === 'range' && borneOut) ||
      (number.doubt === 'weak' &&
        borneOut &&
        text.length <= 40 &&
        !/[。；：].|[；]$/.test(text) &&
        !(number.style === 'circled' && hasBrackets))
    if (!accepted) return null
    for (const deeper of deeperStyles(number.style)) before.delete(deeper)
    before.set(number.style, number.value)
    return number
  })
}

/** For each number the value of the next one of its style. */
function nextValues(numbers: readonly (TypedNumber | null)[]): (number | undefined)[] {
  const seen = new Map<NumberStyle, number>()
  return [...numbers]
    .reverse()
    .map((number) => {
      if (number === null) return undefined
      const next = seen.get(number.style)
      seen.set(number.style, number.value)
      return next
    })
    .reverse()
}

/**
 * The level each style means at this place: its own, so that what is drawn is what was typed, but always deeper than the number
 * it stands under (第一部分 → 一、 → （一） moves 一、 to the second level). Null where four levels are not enough.
 */
class Levels {
  private readonly own: Record<NumberStyle, number>
  private open: { style: NumberStyle; level: number }[] = []

  constructor(numbers: readonly (TypedNumber | null)[]) {
    const used = new Set(numbers.flatMap((number) => (number === null ? [] : [number.style])))
    const parts = used.has('division') || used.has('section')
    this.own = {
      division: 1,
      section: used.has('division') ? 2 : 1,
      chinese: parts ? 2 : 1,
      chineseBracket: 2,
      decimal: 3,
      decimalBracket: 4,
      circled: 4,
      // 第一，第二， take the outermost level that nothing else uses.
      word: !used.has('chinese') && !parts ? 1 : !used.has('chineseBracket') ? 2 : !used.has('decimal') ? 3 : 5,
    }
  }

  next(style: NumberStyle): HeadingLevel | null {
    if (style === 'word') return levelWithin(this.own.word)
    this.open = this.open.filter((outer) => outer.style !== style && !deeperStyles(style).includes(outer.style))
    const level = Math.max(this.own[style], (this.open.at(-1)?.level ?? 0) + 1)
    this.open.push({ style, level })
    return levelWithin(level)
  }
}

function levelWithin(level: number): HeadingLevel | null {
  return level === 1 || level === 2 || level === 3 || level === 4 ? level : null
}

/** The heading's text and the paragraph after it, as runs. */
export function afterNumber({ line, heading }: Entry): Line['runs'] {
  return dropRuns(line.runs, heading?.number?.length ?? 0)
}
