import { expect, test } from 'vitest'
import type { MaterialId } from '../../shared/ids'
import { FakeClock } from '../testing/fake-clock'
import { LogTail } from './log-tail'

const LIMITS = { compactRows: 10, compactBytes: 1_000, compactRestFactor: 50 }

/** A compaction takes 100 ms of the clock. */
function setUp() {
  const clock = new FakeClock()
  const compacted: number[] = []
  const updateLog = {
    compact: () => {
      clock.advance(100)
      compacted.push(clock.now())
      return Promise.resolve(null)
    },
  }
  const tail = new LogTail({
    room: 'room-0001' as MaterialId,
    updateLog,
    clock,
    limits: LIMITS,
    onError: (error) => expect.fail(String(error)),
  })
  const write = async (rows: number, bytes = 1) => {
    for (let row = 0; row < rows; row++) {
      tail.count(bytes)
      tail.compactIfDue()
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { clock, compacted, tail, write }
}

test('many rows, or large ones, are summed up', async () => {
  const { compacted, tail, write, clock } = setUp()
  await write(9)
  expect(compacted).toHaveLength(0)
  await write(1)
  expect(compacted).toHaveLength(1)
  expect(tail.rows).toBe(0)
  clock.advance(10_000)
  await write(2, 600)
  expect(compacted).toHaveLength(2)
})

test('a storm of edits costs no storm of summings-up: each is followed by a rest', async () => {
  const { clock, compacted, tail, write } = setUp()
  await write(10)
  await write(100)
  expect(compacted).toHaveLength(1)
  expect(tail.rows).toBe(100)
  clock.advance(49 * 100)
  await write(1)
  expect(compacted).toHaveLength(1)
  clock.advance(100)
  await write(1)
  expect(compacted).toHaveLength(2)
  expect(tail.rows).toBe(0)
})

test('a room that empties is summed up at once, however lately it was', async () => {
  const { compacted, tail, write } = setUp()
  await write(10)
  await write(1)
  await tail.compact()
  expect(compacted).toHaveLength(2)
  await tail.compact()
  expect(compacted).toHaveLength(2)
})
