/**
 * Lines that hold several numbered items are cut before each number; a text that came on one line altogether ("flat") is cut
 * to pieces this way. A number is a cut only where it is due in its count and follows a full stop, a gap, or a heading just begun.
 */
import type { NumberStyle, TypedNumber } from './headings'
import { deeperStyles, typedNumberAt } from './headings'
import type { Line } from './lines'
import type { Report } from './report'
import { cutRuns, textOfRuns, trimRuns } from './runs'

const CANDIDATE =
  /第?[一二三四五六七八九十]{1,4}(?:\s?[、．.]|大?部分)|[（(〔]\s?(?:[一二三四五六七八九十]{1,4}|\d{1,2})\s?[）)〕]|\d{1,2}\s?[.．、]|[㈠-㈩⒈-⒛⑴-⒇]/g
const FLAT_MOST_LINES = 3
const FLAT_LEAST_CHARACTERS = 120
const LONGEST_HEADING = 60
const LONGEST_TITLE = 80

/** The last value of each style since the last number further out. */
class Counts {
  private readonly last = new Map<NumberStyle, number>()

  due({ style, value }: TypedNumber): boolean {
    const last = this.last.get(style) ?? 0
    return last === 0 ? value === 1 : value >= last && value <= last + 2
  }

  take({ style, value }: TypedNumber): void {
    for (const deeper of deeperStyles(style)) this.last.delete(deeper)
    this.last.set(style, value)
  }
}

export function splitAtNumbers(lines: readonly Line[], report: Report): Line[] {
  const total = lines.reduce((sum, line) => sum + line.text.length, 0)
  const flat = lines.length <= FLAT_MOST_LINES && total >= FLAT_LEAST_CHARACTERS
  const counts = new Counts()
  return lines.flatMap((line) => {
    const first = typedNumberAt(line.text)
    if (first !== null && first.doubt === 'none') counts.take(first)
    const { cuts, merged } = line.table === undefined ? cutsIn(line.text, first, flat, counts) : { cuts: [], merged: false }
    const numbers = cuts.length
    if (flat) cuts.push(...paragraphGaps(line.text), ...titleEnd(line.text, cuts[0] ?? line.text.length, lines[0] === line))
    if (numbers > 0) report.add('guessed', `一行里连写了几个条目，已在编号处分成 ${numbers + 1} 段。`, line.text, line.line)
    const positions = [...new Set(cuts)].sort((left, right) => left - right)
    return positions.length === 0 ? [line] : pieces(line, positions, flat || merged)
  })
}

/** `merged`: so many items, or a heading run into the next without a mark, that line breaks must have been lost. */
function cutsIn(text: string, first: TypedNumber | null, flat: boolean, counts: Counts): { cuts: number[]; merged: boolean } {
  const cuts: number[] = []
  let merged = false
  let start = 0
  let current = first
  for (const { index } of text.matchAll(CANDIDATE)) {
    if (index <= start) continue
    const number = typedNumberAt(text, index)
    if (number === null || number.doubt !== 'none' || !counts.due(number)) continue
    const chunk = text.slice(start, Math.min(index, start + LONGEST_TITLE + 1))
    const before = text.slice(Math.max(0, index - 3), index)
    const afterSentence =
      /[。！？!?][”’）)]?\s?$/.test(before) || /[。！？!?][”’）)]?\s+$/.test(text.slice(Math.max(0, index - 8), index))
    const afterGap = flat && /\s$/.test(before)
    const begun =
      current !== null &&
      index - start <= LONGEST_HEADING &&
      number.value === 1 &&
      !/[。；：]/.test(chunk) &&
      current.style !== number.style &&
      index - start > current.length
    const afterTitle = flat && start === 0 && current === null && index <= LONGEST_TITLE && !/[。；]/.test(chunk)
    if (
      !(isOuter(number.style)
        ? afterSentence || afterGap || begun || afterTitle
        : begun || ((afterSentence || afterGap) && (flat || first !== null)))
    )
      continue
    // "…材料一、" may end a title, "统一、" and "之一、" never do.
    if (number.style === 'chinese' && !afterSentence && !afterGap && /[统唯万同第其之单专归合划不十]$/.test(before)) continue
    counts.take(number)
    if ((begun && !afterSentence) || cuts.length >= 2) merged = true
    cuts.push(index)
    start = index
    current = number
  }
  return { cuts, merged }
}

function isOuter(style: NumberStyle): boolean {
  return style === 'division' || style === 'section' || style === 'chinese' || style === 'chineseBracket'
}

/** A full stop and a gap were the end of a paragraph. */
function paragraphGaps(text: string): number[] {
  return [...text.matchAll(/[。！？][”’）]?[ \u3000]+/g)].map((match) => match.index + match[0].length)
}

/** Where the title ends in a text that begins with one: at a gap, or after the word such titles end with. */
function titleEnd(text: string, until: number, isFirst: boolean): number[] {
  if (!isFirst) return []
  const head = text.slice(0, Math.min(until, LONGEST_TITLE))
  const gap = /^[^。；！？]{4,60}?[ \u3000]+(?=\S)/.exec(head)
  if (gap !== null) return [gap[0].length]
  const word = /^[^。；！？]{4,60}?(?:材料|提纲|报告)(?=[^的和及与、，。；：])/.exec(head)
  return word !== null && word[0].length < text.length ? [word[0].length] : []
}

function pieces(line: Line, positions: readonly number[], flat: boolean): Line[] {
  return cutRuns(line.runs, positions).flatMap((runs, index) => {
    const trimmed = trimRuns(runs)
    if (trimmed.length === 0) return []
    const piece = { ...line, runs: trimmed, text: textOfRuns(trimmed), blankBefore: index === 0 && line.blankBefore }
    return [flat ? { ...piece, flat } : piece]
  })
}
