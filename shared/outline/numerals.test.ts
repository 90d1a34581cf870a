import { expect, test } from 'vitest'
import { chineseNumeral, chineseValue } from './numerals'

test('every number up to 9999 reads back', () => {
  for (let value = 1; value <= 9999; value++) expect(chineseValue(chineseNumeral(value))).toBe(value)
})

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
  [101, '一百零一'],
  [110, '一百一十'],
  [1001, '一千零一'],
])('%i is %s', (value, text) => {
  expect(chineseNumeral(value)).toBe(text)
})

test.each(['', '百', '十十', '二〇', '零', '甲'])('"%s" is no number', (text) => {
  expect(chineseValue(text)).toBeNull()
})
