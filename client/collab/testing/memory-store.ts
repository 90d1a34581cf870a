/** The local store's contract in memory, with a disk that can be full and transactions that can be slow. */
import { type Bucket, keyOf, type LocalStore, type Row, type RowKey } from '../idb-store'

export interface MemoryStore extends LocalStore {
  rows(bucket: Bucket): Row[]
  isFull: boolean
  /** Holds transactions until called with false. */
  stall(on: boolean): void
}

export function createMemoryStore(): MemoryStore {
  const buckets = { pending: new Map<string, Row>(), refused: new Map<string, Row>() }
  let waiting: (() => void)[] | null = null
  const nameOf = (key: RowKey) => JSON.stringify(key)
  const all = (bucket: Bucket) =>
    [...buckets[bucket].values()].sort((a, b) => (a.tab === b.tab ? a.n - b.n : a.tab < b.tab ? -1 : 1))

  const store: MemoryStore = {
    isFull: false,
    stall(on) {
      const held = waiting ?? []
      waiting = on ? held : null
      if (!on) for (const run of held) run()
    },
    rows: all,
    async write(bucket, puts, removes) {
      const queue = waiting
      if (queue) await new Promise<void>((resolve) => queue.push(resolve))
      if (store.isFull && puts.length > 0) throw new Error('QuotaExceededError')
      for (const row of puts) buckets[bucket].set(nameOf(keyOf(row)), structuredClone(row))
      for (const key of removes) buckets.pending.delete(nameOf(key))
    },
    async pending(person, material) {
      return all('pending').filter((row) => row.person === person && row.material === material)
    },
    async refused(person, material) {
      return all('refused').filter((row) => row.person === person && row.material === material)
    },
    async restore(rows) {
      for (const row of rows) {
        buckets.pending.set(nameOf(keyOf(row)), structuredClone(row))
        buckets.refused.delete(nameOf(keyOf(row)))
      }
    },
    async discard(keys) {
      for (const bucket of Object.values(buckets)) for (const key of keys) bucket.delete(nameOf(key))
    },
    async count(person) {
      const rows = [...all('pending'), ...all('refused')].filter((row) => row.person === person)
      return rows.reduce((sum, row) => sum + row.edits, 0)
    },
    async clear(person) {
      for (const bucket of Object.values(buckets)) {
        for (const [name, row] of bucket) if (row.person === person) bucket.delete(name)
      }
    },
  }
  return store
}
