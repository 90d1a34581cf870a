/** Reading a room from SQLite: the snapshot row and the tail rows after it. */
import * as Y from 'yjs'
import { stepsOf, type WrittenStep } from '../../shared/history/written-when'
import type { PersonId } from '../../shared/ids'
import type { RoomFacts, Snapshot, SnapshotFacts, StoredRoom, TailRow } from '../ports/update-log'
import type { LogFile } from './log-file'

interface SnapshotRow {
  seq: number
  state: Buffer
  state_vector: Buffer
  deletions: Buffer
}

export class StoredRooms {
  readonly #db: LogFile
  readonly #snapshot
  readonly #tail
  readonly #clients
  readonly #facts
  readonly #steps

  constructor(db: LogFile) {
    this.#db = db
    this.#snapshot = db.prepare('SELECT seq, state, state_vector, deletions FROM room_snapshot WHERE room = ?')
    this.#tail = db.prepare('SELECT seq, at, bytes FROM update_log WHERE room = ? AND seq > ? ORDER BY seq')
    this.#clients = db.prepare('SELECT client, person FROM room_client WHERE room = ?')
    this.#facts = db.prepare('SELECT seq, state_vector, deletions FROM room_snapshot WHERE room = ?')
    this.#steps = db.prepare(
      'SELECT client, from_clock AS "from", to_clock AS "to", at FROM room_written WHERE room = ? ORDER BY client, from_clock',
    )
  }

  clients(room: string): Map<number, PersonId> {
    const rows = this.#clients.all([room]) as { client: number; person: PersonId }[]
    return new Map(rows.map(({ client, person }) => [client, person]))
  }

  /** One read transaction: a compaction between the two queries would hide rows. */
  read(room: string): StoredRoom {
    return this.#db.transaction((): StoredRoom => {
      const snapshot = this.snapshot(room)
      return { snapshot, tail: this.#rowsAfter(room, snapshot?.seq ?? 0) }
    })()
  }

  /** The same without the snapshot itself, which may be large. */
  facts(room: string): RoomFacts {
    return this.#db.transaction((): RoomFacts => {
      const row = this.#facts.get([room]) as Omit<SnapshotRow, 'state'> | undefined
      return { snapshot: row === undefined ? null : factsOf(row), tail: this.#rowsAfter(room, row?.seq ?? 0) }
    })()
  }

  #rowsAfter(room: string, seq: number): TailRow[] {
    const rows = this.#tail.all([room, seq]) as { seq: number; at: number; bytes: Buffer }[]
    return rows.map(({ seq, at, bytes }) => ({ seq, at, update: copyOf(bytes) }))
  }

  /** When everything was written, as far as it is known. */
  steps(room: string): WrittenStep[] {
    const { snapshot, tail } = this.facts(room)
    return [...(this.#steps.all([room]) as WrittenStep[]), ...stepsAfter(snapshot, tail)]
  }

  snapshot(room: string): Snapshot | null {
    const row = this.#snapshot.get([room]) as SnapshotRow | undefined
    if (row === undefined) return null
    return { seq: row.seq, state: copyOf(row.state), ...factsOf(row) }
  }
}

/** When what `rows`, which follow `snapshot`, hold was written. */
export function stepsAfter(snapshot: SnapshotFacts | null, rows: readonly TailRow[]): WrittenStep[] {
  return stepsOf(rows, snapshot === null ? new Map() : Y.decodeStateVector(snapshot.stateVector))
}

function factsOf(row: Omit<SnapshotRow, 'state'>): SnapshotFacts {
  return { stateVector: copyOf(row.state_vector), deletions: copyOf(row.deletions) }
}

/** A copy: what the database hands out is its own memory, and written over. */
function copyOf(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes)
}
