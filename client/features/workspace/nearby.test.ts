import { expect, test } from 'vitest'
import { nearby } from './nearby'

const LONG = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十'

test('of what stands around a change only the nearest is kept; changes are whole', () => {
  const words = nearby([
    { op: 'same', text: `头${LONG}` },
    { op: 'insert', text: LONG },
    { op: 'same', text: `${LONG}中${LONG}` },
    { op: 'delete', text: LONG },
    { op: 'same', text: '尾' },
  ])
  expect(words.map(({ text }) => text)).toEqual([
    '…七八九十一二三四五六七八九十',
    LONG,
    '一二三四五六七八九十一二三四…七八九十一二三四五六七八九十',
    LONG,
    '尾',
  ])
})

test('what is short stays as it is', () => {
  const words = [
    { op: 'insert' as const, text: '写' },
    { op: 'same' as const, text: '在中间的话' },
    { op: 'insert' as const, text: '写' },
  ]
  expect(nearby(words)).toEqual(words)
})
