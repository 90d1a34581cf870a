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
  readonly #reached
  readonly #times
  readonly #steps

  constructor(db: LogFile) {
    this.#db = db
    this.#snapshot = db.prepare('SELECT seq, state, state_vector, deletions FROM room_snapshot WHERE room = ?')
    this.#tail = db.prepare('SELECT seq, bytes FROM update_log WHERE room = ? AND seq > ? ORDER BY seq')
    this.#clients = db.prepare('SELECT client, person FROM room_client WHERE room = ?')
    this.#facts = db.prepare('SELECT seq, state_vector, deletions FROM room_snapshot WHERE room = ?')
    this.#reached = db.prepare('SELECT state_vector FROM room_snapshot WHERE room = ?')
    this.#times = db.prepare('SELECT at, bytes FROM update_log WHERE room = ? AND seq <= ? ORDER BY seq')
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
    const rows = this.#tail.all([room, seq]) as { seq: number; bytes: Buffer }[]
    return rows.map((row) => ({ seq: row.seq, update: new Uint8Array(row.bytes) }))
  }

  /** When what the rows up to `seq` hold was written. */
  stepsInRows(room: string, seq: number): WrittenStep[] {
    const rows = this.#times.all([room, seq]) as { at: number; bytes: Buffer }[]
    const summedUp = this.#reached.get([room]) as Pick<SnapshotRow, 'state_vector'> | undefined
    return stepsOf(
      rows.map(({ at, bytes }) => ({ at, update: new Uint8Array(bytes) })),
      summedUp === undefined ? new Map() : Y.decodeStateVector(new Uint8Array(summedUp.state_vector)),
    )
  }

  /** When everything was written, as far as it is known. */
  steps(room: string): WrittenStep[] {
    return this.#db.transaction(() => [
      ...(this.#steps.all([room]) as WrittenStep[]),
      ...this.stepsInRows(room, Number.MAX_SAFE_INTEGER),
    ])()
  }

  snapshot(room: string): Snapshot | null {
    const row = this.#snapshot.get([room]) as SnapshotRow | undefined
    if (row === undefined) return null
    return { seq: row.seq, state: new Uint8Array(row.state), ...factsOf(row) }
  }
}

function factsOf(row: Omit<SnapshotRow, 'state'>): SnapshotFacts {
  return { stateVector: new Uint8Array(row.state_vector), deletions: new Uint8Array(row.deletions) }
}
