import { expect, test } from 'vitest'
import { typedNumber } from './typed-numbers'

const HEADINGS: [text: string, level: number][] = [
  ['一、', 1],
  ['十二、', 1],
  ['（一）', 2],
  ['(一)', 2],
  ['（二)', 2],
  ['1.', 3],
  ['1．', 3],
  ['12、', 3],
  ['（1）', 4],
  ['(3)', 4],
]

test.each(HEADINGS)('%s makes a heading of level %i', (text, level) => {
  expect(typedNumber(text, text.length - 1)).toEqual({ meaning: { kind: 'heading', level }, length: text.length })
})

test('一是 makes an item of a run-in list', () => {
  expect(typedNumber('一是', 1)).toEqual({ meaning: { kind: 'ordinal' }, length: 2 })
  expect(typedNumber('十一是', 2)).toEqual({ meaning: { kind: 'ordinal' }, length: 3 })
})

test.each(['一', '二十十、', '2023.', '1.5', '一二、', '说一、', '（一', '第一、', '100、'])('%s is text', (text) => {
  expect(typedNumber(text, text.length - 1)).toBeNull()
})

test('a number that stood there before the last character was typed stays text', () => {
  expect(typedNumber('一、存', 2)).toBeNull()
  expect(typedNumber('一、存在', 0)).toEqual({ meaning: { kind: 'heading', level: 1 }, length: 2 })
})
