/** Automatic numbers as the text Word draws: counted per list and level, so that the recogniser can read "一、" where none was typed. */
import type { Element } from '@xmldom/xmldom'
import { chineseNumeral } from '../../shared/outline/numerals'
import { attributeOf, childOf, childrenOf, switchIn, valueIn } from './docx-xml'

interface ListLevel {
  start: number
  format: string
  text: string
  /** Numbers of outer levels are drawn in western digits. */
  legal: boolean
}

interface List {
  /** Lists of the same abstract list go on counting together. */
  counter: string
  levels: ReadonlyMap<number, ListLevel>
}

/** Word has nine, from 0. */
const DEEPEST_LEVEL = 8

export class ListNumbers {
  private readonly counts = new Map<string, number[]>()

  constructor(private readonly lists: ReadonlyMap<string, List>) {}

  /** The number of the next item; '' for a bullet or an unknown list. */
  next(num: string, level: number): string {
    const list = this.lists.get(num)
    const own = list?.levels.get(level)
    if (list === undefined || own === undefined || level > DEEPEST_LEVEL) return ''
    const counts = this.counts.get(list.counter) ?? []
    this.counts.set(list.counter, counts)
    for (let outer = 0; outer < level; outer++) counts[outer] ??= list.levels.get(outer)?.start ?? 1
    counts[level] = counts[level] === undefined ? own.start : counts[level] + 1
    counts.length = level + 1
    if (own.format === 'bullet' || own.format === 'none') return ''
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const format = own.legal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal')
      return formatted(counts[at] ?? list.levels.get(at)?.start ?? 1, format)
    })
  }
}

export function readLists(root: Element | null): ReadonlyMap<string, List> {
  const children = root === null ? [] : childrenOf(root)
  const abstracts = new Map<string, ReadonlyMap<number, ListLevel>>()
  for (const element of children) {
    if (element.localName === 'abstractNum') abstracts.set(attributeOf(element, 'abstractNumId') ?? '', readLevels(element))
  }
  const lists = new Map<string, List>()
  for (const element of children) {
    if (element.localName !== 'num') continue
    const id = attributeOf(element, 'numId') ?? ''
    const abstract = valueIn(element, 'abstractNumId') ?? ''
    const levels = new Map(abstracts.get(abstract) ?? [])
    let restarted = false
    for (const override of childrenOf(element).filter(({ localName }) => localName === 'lvlOverride')) {
      const at = Number(attributeOf(override, 'ilvl') ?? 0)
      const replaced = childOf(override, 'lvl')
      if (replaced !== null) levels.set(at, readLevel(replaced))
      const start = valueIn(override, 'startOverride')
      const level = levels.get(at)
      if (start !== null && level !== undefined) {
        levels.set(at, { ...level, start: Number(start) })
        restarted = true
      }
    }
    lists.set(id, { counter: restarted ? `num ${id}` : `abstract ${abstract}`, levels })
  }
  return lists
}

function readLevels(abstract: Element): ReadonlyMap<number, ListLevel> {
  const levels = childrenOf(abstract).filter(({ localName }) => localName === 'lvl')
  return new Map(levels.map((level) => [Number(attributeOf(level, 'ilvl') ?? 0), readLevel(level)]))
}

function readLevel(level: Element): ListLevel {
  return {
    start: Number(valueIn(level, 'start') ?? 1),
    format: valueIn(level, 'numFmt') ?? 'decimal',
    text: valueIn(level, 'lvlText') ?? '',
    legal: switchIn(level, 'isLgl') === true,
  }
}

const LEGAL_DIGITS: Record<string, string> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
}

function formatted(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return chineseNumeral(value)
    case 'chineseLegalSimplified':
      return chineseNumeral(value).replace(/./g, (digit) => LEGAL_DIGITS[digit] ?? digit)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCharCode(0x245f + value) : String(value)
    case 'decimalFullWidth':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperLetter':
      return letter(value, 65)
    case 'lowerLetter':
      return letter(value, 97)
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'.charAt(value - 1) || String(value)
    default:
      return String(value)
  }
}

function letter(value: number, first: number): string {
  return String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.min(5, Math.ceil(value / 26)))
}

function roman(value: number): string {
  let rest = Math.min(value, 3999)
  let text = ''
  for (const [size, digits] of [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const) {
    while (rest >= size) {
      text += digits
      rest -= size
    }
  }
  return text
}
