import { expect, it } from 'vitest'
import { nextSize, readSize, SIZES } from './type-size'

it('goes from 28 to 60 in steps and not beyond', () => {
  expect(readSize()).toBe(32)
  expect(nextSize(32, 1)).toBe(38)
  expect(nextSize(28, -1)).toBe(28)
  expect(nextSize(60, 1)).toBe(60)
  expect(SIZES.map((size) => nextSize(size, 1))).toEqual([32, 38, 44, 52, 60, 60])
})
