import { expect, test } from 'vitest'
import { backoffMs } from './backoff'

test('waits grow from a quarter of a second to ten, never in step with everyone else', () => {
  const longest = Array.from({ length: 12 }, (_, failures) => backoffMs(failures, 1))
  expect(longest.slice(0, 4)).toEqual([250, 500, 1_000, 2_000])
  expect(Math.max(...longest)).toBe(10_000)
  expect(backoffMs(3, 0)).toBe(1_000)
  expect(backoffMs(3, 0.5)).toBe(1_500)
})
