/** The recorder's unanswered lines on this device's disk: put when written, deleted when the server has them. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { MeetingId, PersonId } from '../../shared/ids'
import type { UnsentEntry } from './unsent'

const NAME = 'duizhao-live'
const VERSION = 1

type RowKey = [PersonId, MeetingId, string]

export interface UnsentRow {
  person: PersonId
  meeting: MeetingId
  key: string
  entry: UnsentEntry
  /** Unix ms. */
  at: number
}

export interface UnsentStore {
  put(row: UnsentRow): Promise<void>
  remove(person: PersonId, meeting: MeetingId, key: string): Promise<void>
  /** Oldest first. */
  all(person: PersonId, meeting: MeetingId): Promise<UnsentRow[]>
}

interface Schema extends DBSchema {
  unsent: { key: RowKey; value: UnsentRow }
}

export function createUnsentStore(): UnsentStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null
  const forget = () => {
    opening = null
  }
  /** A failed or lost database is tried again at the next call. */
  const database = () => {
    opening ??= open(forget).catch((error: unknown) => {
      forget()
      throw error
    })
    return opening
  }
  return {
    async put(row) {
      await (await database()).put('unsent', row)
    },
    async remove(person, meeting, key) {
      await (await database()).delete('unsent', [person, meeting, key])
    },
    async all(person, meeting) {
      // In IndexedDB's order every array follows every string, so an empty one ends the range.
      const range = IDBKeyRange.bound([person, meeting], [person, meeting, []])
      const rows = await (await database()).getAll('unsent', range)
      return rows.sort((a, b) => a.at - b.at)
    },
  }
}

function open(forget: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('unsent', { keyPath: ['person', 'meeting', 'key'] })
    },
    blocking(_current, _blocked, event) {
      forget()
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: forget,
  })
}
