/**
 * The numbers people type before headings, as a table of patterns and styles. Official
 * texts count 一、→（一）→ 1. →（1）; the rest is what is found in the wild. `headings.test.ts` is the same table with real lines.
 */
import { chineseNumeral, chineseValue } from './numerals'

export type NumberStyle =
  | 'division'
  | 'section'
  | 'chinese'
  | 'chineseBracket'
  | 'decimal'
  | 'decimalBracket'
  | 'circled'
  | 'word'

export interface TypedNumber {
  style: NumberStyle
  value: number
  /** As typed, without the spaces after it. */
  typed: string
  /** Characters of the line it takes, spaces after it included. */
  length: number
  /** `range`: could be a quantity ("二、三个"), counts only where it is due. `weak`: see `NumberPattern`. */
  doubt: 'none' | 'range' | 'weak'
}

interface NumberPattern {
  style: NumberStyle
  pattern: RegExp
  /** Alone it proves nothing: needs a neighbour of its kind and the look of a heading. */
  weak?: boolean
}

const NUMERAL = '[一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾]{1,5}'
const DIGITS = '[0-9０-９]{1,2}'
const OPEN = '[（(〔［\\[【]'
const CLOSE = '[）)〕］\\]】]'
/** A year may follow a number directly ("1.2023年…"), any other digit makes it a quantity ("1.2万"). */
const YEAR_OR_NO_DIGIT = '(?:(?![0-9０-９])|(?=(?:19|20)\\d\\d\\s?(?:年|[—－~～-])))'

function at(source: string): RegExp {
  return new RegExp(`(?:${source})\\s*`, 'y')
}

const NUMBER_PATTERNS: readonly NumberPattern[] = [
  {
    style: 'division',
    pattern: at(
      `第\\s?(${NUMERAL}|${DIGITS})\\s?(?:大?部分|章|篇)(?=[\\s、，,：:．.]|$|[^的是由里中内文])\\s{0,4}[、，,：:．.]?`,
    ),
  },
  { style: 'section', pattern: at(`第\\s?(${NUMERAL}|${DIGITS})\\s?节(?=[\\s、，,：:．.])\\s{0,4}[、，,：:．.]?`) },
  { style: 'chinese', pattern: at(`(${NUMERAL})\\s{0,2}[、．.，,：:﹑]`) },
  { style: 'chineseBracket', pattern: at(`${OPEN}\\s?(${NUMERAL})\\s?${CLOSE}\\s{0,2}[、．.，,：:]?`) },
  { style: 'chineseBracket', pattern: at(`(${NUMERAL})${CLOSE}[、．.]?`) },
  { style: 'chineseBracket', pattern: at('([㈠-㈩])[、．.]?') },
  { style: 'decimal', pattern: at(`(${DIGITS})\\s{0,2}(?:[.．]\\s{0,2}${YEAR_OR_NO_DIGIT}|[、，﹑]|[.．]、)`) },
  { style: 'decimal', pattern: at('([⒈-⒛])[、]?') },
  { style: 'decimalBracket', pattern: at(`${OPEN}\\s?(${DIGITS})\\s?${CLOSE}\\s{0,2}[、．.，：:]?`) },
  { style: 'decimalBracket', pattern: at(`(${DIGITS})[）)][、．.]?`) },
  { style: 'decimalBracket', pattern: at('([⑴-⒇])[、．.]?') },
  { style: 'circled', pattern: at('([①-⑳])[、．.]?'), weak: true },
  { style: 'word', pattern: at(`第(${NUMERAL})\\s?[，、,：:]`), weak: true },
  { style: 'chinese', pattern: at(`(${NUMERAL})(?=[ \\u3000]+[\\u4e00-\\u9fff“《])`), weak: true },
  { style: 'decimal', pattern: at(`(${DIGITS})(?=[ \\u3000]+[\\u4e00-\\u9fff“《])`), weak: true },
]

/** What goes on counting the same thing: 一、二季度 · 一、二、三产业 · 1、2号楼 · （一）至（三）项. */
const RANGE_UNIT = /^(?:季度|月|把手|线|号|楼|级|期|批|轮|次|日|类|届|十年代|年级|等|标段)/
const ALWAYS_RANGE = /^(?:季度|月份|[、，](?!\s))/
const BRACKET_RANGE = new RegExp(
  `^(?:[、，和至及与或~～—-]\\s?)?(?:${OPEN}\\s?(?:${NUMERAL}|${DIGITS})\\s?${CLOSE}|[项款条](?:规定|要求|的|中|所|、|，|至))`,
)
const YEAR = /^(?:19|20)\d\d/
const DIGIT_JOIN = /^(?:[,，、和及至~～-]\s?\d|(?:号楼|月份|季度))/
const LEADING_NUMBER = new RegExp(`^(${NUMERAL}|${DIGITS})`)

/** The number `text` has at `from`, or null. */
export function typedNumberAt(text: string, from = 0): TypedNumber | null {
  // No number is longer than this; cutting keeps a test of every position of a long line linear.
  const head = text.slice(from, from + 48)
  for (const { style, pattern, weak } of NUMBER_PATTERNS) {
    pattern.lastIndex = 0
    const match = pattern.exec(head)
    if (match?.[1] === undefined) continue
    const value = valueOf(match[1])
    if (value === null || value > 99) continue
    const reading = misreading(style, value, head.slice(match[0].length))
    if (reading === 'wrong') return null
    const doubt = weak === true ? 'weak' : reading === 'doubtful' ? 'range' : 'none'
    return { style, value, typed: match[0].trim(), length: match[0].length, doubt }
  }
  return null
}

function valueOf(digits: string): number | null {
  const code = digits.charCodeAt(0)
  for (const [first, count] of [
    [0x2460, 20],
    [0x2474, 20],
    [0x2488, 20],
    [0x3220, 10],
  ] as const) {
    if (code >= first && code < first + count) return code - first + 1
  }
  const western = digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const value = /^\d+$/.test(western) ? Number(western) : chineseValue(digits)
  return value === 0 ? null : value
}

function misreading(style: NumberStyle, value: number, rest: string): 'right' | 'doubtful' | 'wrong' {
  if (style === 'chineseBracket' || style === 'decimalBracket') return BRACKET_RANGE.test(rest) ? 'wrong' : 'right'
  const next = LEADING_NUMBER.exec(rest)?.[1]
  if (next === undefined) return 'right'
  const after = rest.slice(next.length)
  if (ALWAYS_RANGE.test(after) && style !== 'division') return 'wrong'
  if (style === 'decimal' && /^\d/.test(next) && !YEAR.test(rest)) return DIGIT_JOIN.test(after) ? 'wrong' : 'doubtful'
  if (valueOf(next) !== value + 1) return 'right'
  // "二、三会一课…" is a heading where 二 is due, "二、三个支部" in running text is not.
  return RANGE_UNIT.test(after) ? 'wrong' : 'doubtful'
}

/** Outermost first; 第一， has no place of its own. */
const STYLE_ORDER: readonly NumberStyle[] = [
  'division',
  'section',
  'chinese',
  'chineseBracket',
  'decimal',
  'decimalBracket',
  'circled',
]

/** The styles whose count a number of `style` starts anew. */
export function deeperStyles(style: NumberStyle): readonly NumberStyle[] {
  return style === 'word' ? [] : STYLE_ORDER.slice(STYLE_ORDER.indexOf(style) + 1)
}

/** Whether `text`, which follows number `value`, goes on with the next one after a comma or semicolon: then it is a list inside a paragraph. */
export function holdsNextNumber(text: string, style: NumberStyle, value: number): boolean {
  const next = value + 1
  const chinese = chineseNumeral(next)
  const forms: Partial<Record<NumberStyle, string[]>> = {
    chinese: [`${chinese}、`],
    chineseBracket: [`（${chinese}）`, `(${chinese})`],
    decimal: [`${next}.`, `${next}、`, `${next}．`],
    decimalBracket: [`（${next}）`, `(${next})`, `${next}）`, `${next})`, String.fromCharCode(0x2473 + next)],
    circled: [String.fromCharCode(0x245f + next)],
    word: [`第${chinese}，`, `第${chinese}、`],
  }
  return (forms[style] ?? []).some((form) => {
    const found = text.indexOf(form)
    return found > 0 && /[；;，,、：:。]\s?$/.test(text.slice(Math.max(0, found - 2), found))
  })
}
