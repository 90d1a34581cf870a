/** Reading a room from SQLite: the snapshot row and the tail rows after it. */
import type { PersonId } from '../../shared/ids'
import type { Snapshot, StoredRoom, TailRow } from '../ports/update-log'
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

  constructor(db: LogFile) {
    this.#db = db
    this.#snapshot = db.prepare('SELECT seq, state, state_vector, deletions FROM room_snapshot WHERE room = ?')
    this.#tail = db.prepare('SELECT seq, bytes FROM update_log WHERE room = ? AND seq > ? ORDER BY seq')
    this.#clients = db.prepare('SELECT client, person FROM room_client WHERE room = ?')
  }

  clients(room: string): Map<number, PersonId> {
    const rows = this.#clients.all([room]) as { client: number; person: PersonId }[]
    return new Map(rows.map(({ client, person }) => [client, person]))
  }

  /** One read transaction: a compaction between the two queries would hide rows. */
  read(room: string): StoredRoom {
    return this.#db.transaction((): StoredRoom => {
      const snapshot = this.snapshot(room)
      const rows = this.#tail.all([room, snapshot?.seq ?? 0]) as { seq: number; bytes: Buffer }[]
      return { snapshot, tail: rows.map((row): TailRow => ({ seq: row.seq, update: new Uint8Array(row.bytes) })) }
    })()
  }

  snapshot(room: string): Snapshot | null {
    const row = this.#snapshot.get([room]) as SnapshotRow | undefined
    if (row === undefined) return null
    return {
      seq: row.seq,
      state: new Uint8Array(row.state),
      stateVector: new Uint8Array(row.state_vector),
      deletions: new Uint8Array(row.deletions),
    }
  }
}
