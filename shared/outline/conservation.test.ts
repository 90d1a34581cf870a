/** Not one character is lost: whatever the source, its characters are in the blocks, in numbers that are drawn, or in lines reported as left out. */
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../schema/blocks'
import { textOf } from '../schema/blocks'
import { LINE_BREAK } from './characters'
import { outlineOf } from './outline'
import { plainText } from './plain-text'
import { recognise } from './recognise'

const NUMBER =
  /^[第（(〔［[【）)〕］\]】一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾0-9０-９①-⑳⑴-⒇⒈-⒛㈠-㈩大部分章节篇、．.，,：:﹑是]{0,16}/

const UNSEEN = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
const seen = (text: string) => text.replace(UNSEEN, '')

/** The first character of the source that is in no block, with what stands around it; null if there is none. */
function lost(source: string): string | null {
  const { blocks, report } = recognise(source)
  const leftOut = new Set(report.flatMap(({ kind, line }) => (kind === 'left-out' ? [line] : [])))
  const rest = seen(
    source
      .split(LINE_BREAK)
      .filter((_, index) => !leftOut.has(index + 1))
      .join('\n'),
  )
  // How much of a number belongs to the heading is not always plain from outside, so every reading is followed.
  let reached = new Set([0])
  for (const block of blocks) {
    if (block.type === 'table') continue
    const text = seen(textOf(block))
    const next = new Set([...reached].flatMap((at) => startsOf(block, text, rest, at).map((start) => start + text.length)))
    if (next.size === 0) return `${rest.slice(Math.min(...reached), Math.min(...reached) + 30)} ≠ ${text.slice(0, 30)}`
    reached = next
  }
  return reached.has(rest.length) ? null : rest.slice(Math.max(...reached)).slice(0, 30)
}

function startsOf(block: Block, text: string, rest: string, at: number): number[] {
  const numbered = block.type === 'heading' || (block.type === 'paragraph' && block.ordinal)
  const number = numbered ? (NUMBER.exec(rest.slice(at, at + 16))?.[0].length ?? 0) : 0
  return Array.from({ length: number + 1 }, (_, skipped) => at + skipped).filter((start) => rest.startsWith(text, start))
}

const CHINESE = ['一', '二', '三', '四', '十', '十二']
const WORDS = [
  '学习',
  '作风',
  '方面',
  '问题',
  '对照检查材料',
  '不够深入',
  '“我为群众”',
  '（试行）',
  '在',
  '2023年',
  '3.5亿元',
  '**',
  'XX',
  '党组',
  'Word',
  '书记',
  '张三',
  '二季度',
  '…',
]
const MARKS = ['。', '，', '；', '：', '、', '。”', ' ', '　', '\u00a0', '\u200b', '！', '.', '……3']

const phrase = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, fc.constantFrom(...MARKS)), { maxLength: 14 })
  .map((parts) => parts.join(''))
const number = fc.oneof(
  fc.tuple(fc.constantFrom(...CHINESE), fc.constantFrom('、', '.', '，', ' ', '．')).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('（', '('), fc.constantFrom(...CHINESE), fc.constantFrom('）', ')', '）、'))
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('1', '2', '3', '11'), fc.constantFrom('.', '、', '．', '. ', ')')).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('（', '('), fc.constantFrom('1', '2', '3'), fc.constantFrom('）', ')')).map((parts) => parts.join('')),
  fc.constantFrom('①', '②', '㈠', '⑴', '⒈', '第一，', '第二、', '第一部分 ', '第二部分', '第一节 ', '一是', '二是', '三是'),
)
const furniture = fc.constantFrom(
  '来源：某网',
  '目录',
  '上一篇：总结',
  '字号：大 中 小',
  '— 3 —',
  '4',
  '5',
  '相关文章',
  '打印',
  '首页 > 正文',
  '发布时间：2024-01-02',
  '2024年1月2日',
  '某局党组',
)
const line = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(number, phrase).map((parts) => parts.join('')) },
  { weight: 4, arbitrary: phrase },
  { weight: 1, arbitrary: furniture },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((text) => text.replace(/[#*\p{Cs}\p{Co}\p{Cn}\ufff9-\ufffd]/gu, '')),
  },
)
const document = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\n', '\r\n', '\n\n', '\u2028', '\n　　', ' ', ''))
  .map(([lines, joint]) => lines.join(joint))

test('any document of such pieces', () => {
  fc.assert(
    fc.property(document, (source) => {
      fc.pre(!/\*\*[（(第一二三四五六七八九十\d①-⑳㈠-㈩⑴-⒇⒈-⒛]/.test(seen(source)))
      expect(lost(source)).toBeNull()
    }),
    { numRuns: 3000 },
  )
})

test('what is recognised can be stored: no empty run, no lone half of a character', () => {
  fc.assert(
    fc.property(fc.oneof(document, fc.string({ unit: 'binary', maxLength: 200 })), (source) => {
      const runs = recognise(source).blocks.flatMap((block) => (block.type === 'table' ? [] : block.runs))
      for (const { text } of runs) expect(text).toMatch(/^(?:[^\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])+$/)
    }),
    { numRuns: 500 },
  )
})

const SEED = new URL('../../../shared/seed/seed.txt', import.meta.url)

describe.skipIf(!existsSync(SEED))('the seed text (left out where it is not at hand)', () => {
  const source = existsSync(SEED) ? readFileSync(SEED, 'utf8') : ''
  const STRUCTURE = [6, 3, 4]

  function check(text: string): void {
    const { blocks, report } = recognise(text)
    const { title, preface, parts } = outlineOf(blocks)
    expect(title).toBe(source.split('\n')[0])
    expect(preface).toEqual([source.split('\n')[2]?.trim()])
    expect(parts.map(({ sections }) => sections.length)).toEqual(STRUCTURE)
    expect(report.filter(({ kind }) => kind === 'placeholder')).toHaveLength(3)
    expect(lost(text)).toBeNull()
  }

  test('as it is: title, preface, three parts of six, three and four, three placeholders, the same text', () => {
    check(source)
    const { blocks } = recognise(source)
    expect(seen(plainText(blocks))).toBe(seen(source))
    expect(blocks.filter((block) => block.type === 'heading' && block.runIn)).toHaveLength(7)
    expect(blocks.filter((block) => block.type === 'paragraph' && block.ordinal)).toHaveLength(2)
  })

  test('on one line, with or without spaces', () => {
    check(source.replaceAll('\n', ''))
    check(source.replaceAll('\n', ' '))
    check(source.replaceAll('\n', '　　'))
  })

  test.each([24, 28, 30, 33, 38, 45])('wrapped after %i characters, plain and indented', (width) => {
    for (const indent of ['', '　　']) {
      const lines = source.split('\n').map((text) => (text.trim() === '' ? '' : indent + text.trim()))
      check(lines.map((text) => text.replace(new RegExp(`(.{${width}})(?=.)`, 'g'), '$1\n')).join('\n'))
    }
  })

  test('with other brackets, stops and breaks', () => {
    check(source.replace(/（([一二三四五六])）/g, '($1)'))
    check(source.replace(/^([一二三])、/gm, '$1．'))
    check(source.replace(/^([一二三])、/gm, '第$1部分 '))
    check(source.replace(/方面$/gm, '方面；'))
    check(source.replaceAll('\n', '\r'))
    check(source.replaceAll('\n', '\v'))
  })
})

describe('hostile texts: none costs more than its length', () => {
  const LENGTH = 300_000
  const PIECES = [
    '一、',
    '一、\n',
    '（',
    '（一）',
    '。',
    '…',
    '_',
    '*',
    'X年',
    '“',
    '。1.x',
    '目录…1\n',
    '一是字。\n',
    '（一）字。字\n',
    ' ',
    '字 ',
    '首页 > ',
    '|',
    '**一、',
    '\u200b字',
  ]
  test.each(PIECES)('%j', (piece) => {
    const source = piece.repeat(LENGTH / piece.length)
    const started = performance.now()
    recognise(source)
    expect(performance.now() - started).toBeLessThan(8000)
  })
})
