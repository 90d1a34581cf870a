/**
 * Own changes the server has not acknowledged, on this device's disk: written when they are made, deleted when the server has
 * them, so that closing the tab loses nothing and no text stays here longer than needed. What the server refused is kept
 * aside (`refused`) until its author has seen it.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { MaterialId, PersonId } from '../../shared/ids'

const NAME = 'duizhao-pending'
const VERSION = 1
const BUCKETS = ['pending', 'refused'] as const
export type Bucket = (typeof BUCKETS)[number]

/** Person, material, tab (one life of one session), number within the tab. */
export type RowKey = [PersonId, MaterialId, string, number]

export interface Row {
  person: PersonId
  material: MaterialId
  tab: string
  n: number
  /** How many changes a person would count in `update`. */
  edits: number
  /** Unix ms. */
  at: number
  update: Uint8Array
}

export interface LocalStore {
  /** One transaction: puts `puts` into `bucket` and deletes `removes` from `pending`. Resolves when it is complete. */
  write(bucket: Bucket, puts: readonly Row[], removes: readonly RowKey[]): Promise<void>
  /** Pending rows of every tab, oldest number first within a tab. */
  pending(person: PersonId, material: MaterialId): Promise<Row[]>
  /** What was refused, in the same order. */
  refused(person: PersonId, material: MaterialId): Promise<Row[]>
  /** One transaction: refused rows wait to be sent again. */
  restore(rows: readonly Row[]): Promise<void>
  /** Forgets these rows, wherever they are kept. */
  discard(keys: readonly RowKey[]): Promise<void>
  /** How many changes of this person are kept, refused ones included. */
  count(person: PersonId): Promise<number>
  /** Forgets everything of this person. */
  clear(person: PersonId): Promise<void>
}

interface Schema extends DBSchema {
  pending: { key: RowKey; value: Row }
  refused: { key: RowKey; value: Row }
}

export function keyOf({ person, material, tab, n }: Pick<Row, 'person' | 'material' | 'tab' | 'n'>): RowKey {
  return [person, material, tab, n]
}

export function createIdbStore(): LocalStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null

  /** A failed or lost database is tried again at the next call. */
  const database = () => {
    const forget = () => {
      opening = null
    }
    opening ??= open(forget).catch((error: unknown) => {
      forget()
      throw error
    })
    return opening
  }

  return {
    async write(bucket, puts, removes) {
      const tx = (await database()).transaction(BUCKETS, 'readwrite')
      await Promise.all([
        ...puts.map((row) => tx.objectStore(bucket).put(row)),
        ...removes.map((key) => tx.objectStore('pending').delete(key)),
        tx.done,
      ])
    },
    async pending(person, material) {
      return (await database()).getAll('pending', startingWith(person, material))
    },
    async refused(person, material) {
      return (await database()).getAll('refused', startingWith(person, material))
    },
    async restore(rows) {
      const tx = (await database()).transaction(BUCKETS, 'readwrite')
      await Promise.all([
        ...rows.map((row) => tx.objectStore('pending').put(row)),
        ...rows.map((row) => tx.objectStore('refused').delete(keyOf(row))),
        tx.done,
      ])
    },
    async discard(keys) {
      const tx = (await database()).transaction(BUCKETS, 'readwrite')
      await Promise.all([...BUCKETS.flatMap((bucket) => keys.map((key) => tx.objectStore(bucket).delete(key))), tx.done])
    },
    async count(person) {
      const db = await database()
      const rows = await Promise.all(BUCKETS.map((bucket) => db.getAll(bucket, startingWith(person))))
      return rows.flat().reduce((sum, row) => sum + row.edits, 0)
    },
    async clear(person) {
      const tx = (await database()).transaction(BUCKETS, 'readwrite')
      await Promise.all([...BUCKETS.map((bucket) => tx.objectStore(bucket).delete(startingWith(person))), tx.done])
    },
  }
}

function open(forget: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      for (const bucket of BUCKETS) db.createObjectStore(bucket, { keyPath: ['person', 'material', 'tab', 'n'] })
    },
    // A newer page in another tab wants to change the layout: step aside.
    blocking(_current, _blocked, event) {
      forget()
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: forget,
  })
}

/** In IndexedDB's order every array follows every string, so an empty one ends the range of keys with this beginning. */
function startingWith(...beginning: string[]): IDBKeyRange {
  return IDBKeyRange.bound(beginning, [...beginning, []])
}
