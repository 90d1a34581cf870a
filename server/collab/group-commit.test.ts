import { expect, test, vi } from 'vitest'
import type { MaterialId } from '../../shared/ids'
import type { LogEntry } from '../ports/update-log'
import { FakeClock } from '../testing/fake-clock'
import { GroupCommit } from './group-commit'

const entry = (n: number): LogEntry => ({ room: 'room-0001' as MaterialId, actor: null, at: n, update: new Uint8Array([n]) })

/** A log whose transactions end when the test says so. */
class HeldLog {
  readonly batches: number[][] = []
  #settle: { resolve(seqs: number[]): void; reject(error: Error): void }[] = []
  #seq = 0

  append(entries: readonly LogEntry[]): Promise<number[]> {
    this.batches.push(entries.map((one) => one.at))
    return new Promise((resolve, reject) => this.#settle.push({ resolve, reject }))
  }

  succeed(): void {
    this.#settle.shift()?.resolve((this.batches.at(-1) ?? []).map(() => ++this.#seq))
  }

  fail(): void {
    this.#settle.shift()?.reject(new Error('disk full'))
  }
}

function setUp({ windowMs = 0 } = {}) {
  const log = new HeldLog()
  const clock = new FakeClock()
  const said: string[] = []
  const commit = new GroupCommit({
    log,
    clock,
    windowMs,
    onFailing: (error) => said.push(`failing: ${error.message}`),
    onRecovered: () => said.push('recovered'),
  })
  return { log, clock, said, commit, done: [] as number[] }
}

test('what arrives during a transaction waits for the next one, and nobody is told early', async () => {
  const { log, commit, done } = setUp()
  commit.add(entry(1), () => done.push(1))
  commit.add(entry(2), () => done.push(2))
  await vi.waitFor(() => expect(log.batches).toHaveLength(1))
  commit.add(entry(3), () => done.push(3))
  expect(done).toEqual([])
  log.succeed()
  await vi.waitFor(() => expect(log.batches).toHaveLength(2))
  expect(log.batches).toEqual([[1, 2], [3]])
  expect(done).toEqual([1, 2])
  log.succeed()
  await commit.drained()
  expect(done).toEqual([1, 2, 3])
})

test('a quiet house is saved at once, a busy one once a window', async () => {
  const { log, clock, commit, done } = setUp({ windowMs: 5 })
  commit.add(entry(1), () => done.push(1))
  await vi.waitFor(() => expect(log.batches).toEqual([[1]]))
  log.succeed()
  await vi.waitFor(() => expect(done).toEqual([1]))
  commit.add(entry(2), () => done.push(2))
  clock.advance(4)
  commit.add(entry(3), () => done.push(3))
  expect(log.batches).toHaveLength(1)
  clock.advance(1)
  expect(log.batches).toEqual([[1], [2, 3]])
  log.succeed()
  await commit.drained()
  expect(done).toEqual([1, 2, 3])
})

test('a barrier waits for everything before it', async () => {
  const { log, commit, done } = setUp()
  commit.after(() => done.push(0))
  expect(done).toEqual([0])
  commit.add(entry(1), () => done.push(1))
  commit.after(() => done.push(2))
  await vi.waitFor(() => expect(log.batches).toHaveLength(1))
  log.succeed()
  await commit.drained()
  expect(done).toEqual([0, 1, 2])
})

test('a failed save is told, tried again with the same rows in the same order, and told again when it works', async () => {
  const { log, clock, commit, said, done } = setUp()
  commit.add(entry(1), () => done.push(1))
  await vi.waitFor(() => expect(log.batches).toHaveLength(1))
  log.fail()
  await vi.waitFor(() => expect(said).toEqual(['failing: disk full']))
  commit.add(entry(2), () => done.push(2))
  clock.advance(100)
  await vi.waitFor(() => expect(log.batches).toEqual([[1], [1]]))
  expect(commit.failing).toBe(true)
  log.fail()
  await vi.waitFor(() => expect(commit.failing).toBe(true))
  clock.advance(10_000)
  await vi.waitFor(() => expect(log.batches).toHaveLength(3))
  log.succeed()
  await vi.waitFor(() => expect(log.batches.at(-1)).toEqual([2]))
  log.succeed()
  await commit.drained()
  expect(said).toEqual(['failing: disk full', 'recovered'])
  expect(done).toEqual([1, 2])
})
