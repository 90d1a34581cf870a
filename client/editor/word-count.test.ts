import { expect, test } from 'vitest'
import { countText } from './word-count'

test.each([
  ['', 0],
  ['学用结合不够紧密。', 9],
  ['2023年度', 3],
  ['党建 work 与 3.5 亿', 6],
  ['　　缩进', 2],
  ['“两个维护”', 6],
  ['喆堃𠮷', 3],
])('%s counts %i', (text, count) => {
  expect(countText(text)).toBe(count)
})
