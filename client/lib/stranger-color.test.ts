import { expect, it } from 'vitest'
import { foreignAuthor } from '../../shared/model/foreign-author'
import { PERSON_COLORS } from '../../shared/wire/awareness'
import { strangerColor } from './stranger-color'

it('names of a file are told apart by colour, each always the same; members have their own', () => {
  const names = [
    '张三',
    '李四',
    '王五',
    '赵六',
    '办公室',
    '李明',
    '王明',
    '张伟',
    '李伟',
    '王伟',
    '刘洋',
    '陈静',
    'Author',
    'WPS_1',
  ]
  const colors = names.map((name) => strangerColor(foreignAuthor(name)))
  expect(colors).toEqual(names.map((name) => strangerColor(foreignAuthor(name))))
  expect(colors.every((color) => color !== null && color >= 0 && color < PERSON_COLORS && Number.isInteger(color))).toBe(true)
  expect(new Set(colors).size).toBeGreaterThanOrEqual(6)
  expect(new Set(colors.slice(0, 3)).size).toBe(3)
  expect(strangerColor('V1StGXR8Z5jdHi6Bmyzxq')).toBeNull()
})
