import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Throttle } from './throttle'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('runs at once, then the last asking once the time is up', () => {
  const run = vi.fn()
  const throttle = new Throttle(50, run)
  throttle.ask()
  throttle.ask()
  throttle.ask()
  expect(run).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(50)
  expect(run).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(500)
  expect(run).toHaveBeenCalledTimes(2)
  throttle.ask()
  throttle.ask()
  throttle.end()
  vi.advanceTimersByTime(500)
  expect(run).toHaveBeenCalledTimes(3)
})
