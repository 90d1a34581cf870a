/** Compaction and document building, for the reader thread. */
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import type { Stretch } from '../../shared/history/stretch'
import { type Origin, originsOf } from '../../shared/history/written-when'
import { writersSince } from '../../shared/history/written-lines'
import { blocksUnder } from '../../shared/suggestions/view'
import { mergeUpdates } from '../../shared/updates/merge-updates'
import { readUpdate } from '../../shared/updates/read-update'
import type { Capture, Snapshot, StoredRoom, TailRow } from '../ports/update-log'
import type { LogFile } from './log-file'
import { missingOf } from './missing'
import { StoredRooms, stepsAfter } from './stored-room'

interface Built {
  doc: Y.Doc
  /** Number of the last row in `doc`; 0: nothing is stored. */
  seq: number
  /** What it was built of. */
  summedUp: Snapshot | null
  rows: readonly TailRow[]
}

export class SnapshotStore {
  readonly #db: LogFile
  readonly #rooms: StoredRooms

  constructor(db: LogFile) {
    this.#db = db
    this.#rooms = new StoredRooms(db)
  }

  withDocument<Value>(room: string, use: (doc: Y.Doc) => Value): Value {
    const { doc } = this.#build(room)
    try {
      return use(doc)
    } finally {
      doc.destroy()
    }
  }

  /** `use` gets the document as it was in `state` (null: as it is), and who stands behind each client id. */
  withState<Value>(room: string, state: Uint8Array | null, use: (doc: Y.Doc, clients: Map<number, PersonId>) => Value): Value {
    const clients = this.#rooms.clients(room)
    if (state === null) return this.withDocument(room, (doc) => use(doc, clients))
    const doc = new Y.Doc()
    try {
      Y.applyUpdate(doc, state)
      return use(doc, clients)
    } finally {
      doc.destroy()
    }
  }

  /** Who wrote each of `stretches`, and when. */
  origins(room: string, stretches: readonly Stretch[]): Origin[] {
    return originsOf(stretches, this.#rooms.steps(room), this.#rooms.clients(room))
  }

  capture(room: string, before: Uint8Array | null): Capture {
    const { doc, seq } = this.#build(room)
    try {
      const writers = writersSince(doc, before, this.#rooms.clients(room))
      return { seq, state: Y.encodeStateAsUpdate(doc), blocks: blocksUnder(doc, 'original'), writers }
    } finally {
      doc.destroy()
    }
  }

  missing(room: string, stateVector: Uint8Array): Uint8Array[] {
    return missingOf(this.#rooms.read(room), stateVector)
  }

  /** Snapshot and removal of the rows it sums up are one transaction. @returns null where nothing is stored. */
  compact(room: string): Snapshot | null {
    const { doc, seq, summedUp, rows } = this.#build(room)
    if (seq === 0) return null
    const stateVector = Y.encodeStateVector(doc)
    const snapshot: Snapshot = {
      seq,
      state: Y.encodeStateAsUpdate(doc),
      stateVector,
      // Asked for what an up-to-date peer lacks, Yjs answers with all deletions and no structs.
      deletions: Y.encodeStateAsUpdate(doc, stateVector),
    }
    doc.destroy()
    // Before the transaction: no keystroke waits for it.
    const steps = stepsAfter(summedUp, rows)
    this.#db.transaction(() => {
      // Never a step back: another process may have come further since the rows were read, and has removed them.
      const { changes } = this.#db
        .prepare(
          `INSERT INTO room_snapshot (room, seq, state, state_vector, deletions) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, state = excluded.state,
             state_vector = excluded.state_vector, deletions = excluded.deletions
           WHERE excluded.seq > room_snapshot.seq`,
        )
        .run([room, seq, Buffer.from(snapshot.state), Buffer.from(stateVector), Buffer.from(snapshot.deletions)])
      if (changes === 0) return
      const keepStep = this.#db.prepare(
        'INSERT OR IGNORE INTO room_written (room, client, from_clock, to_clock, at) VALUES (?, ?, ?, ?, ?)',
      )
      for (const { client, from, to, at } of steps) keepStep.run([room, client, from, to, at])
      this.#db.prepare('DELETE FROM update_log WHERE room = ? AND seq <= ?').run([room, seq])
    })()
    return snapshot
  }

  #build(room: string): Built {
    const stored = this.#rooms.read(room)
    const built = builtAtOnce(stored)
    if (built !== null) return built
    const unreadable = new Map<number, string>()
    for (;;) {
      const doc = new Y.Doc()
      const failedSeq = applyAll(doc, stored.snapshot, stored.tail, unreadable)
      if (failedSeq === null) {
        this.#quarantine(room, unreadable)
        const rows = stored.tail.filter(({ seq }) => !unreadable.has(seq))
        return { doc, seq: lastSeq(stored), summedUp: stored.snapshot, rows }
      }
      // A half-applied update leaves the document in an unknown state: begin again without that row.
      doc.destroy()
    }
  }

  #quarantine(room: string, unreadable: ReadonlyMap<number, string>): void {
    if (unreadable.size === 0) return
    this.#db.transaction(() => {
      for (const [seq, error] of unreadable) {
        this.#db
          .prepare(
            `INSERT OR IGNORE INTO update_quarantine (seq, room, actor, at, bytes, error)
             SELECT seq, room, actor, at, bytes, ? FROM update_log WHERE seq = ?`,
          )
          .run([error, seq])
        this.#db.prepare('DELETE FROM update_log WHERE room = ? AND seq = ?').run([room, seq])
      }
    })()
  }
}

function lastSeq({ snapshot, tail }: StoredRoom): number {
  return tail.at(-1)?.seq ?? snapshot?.seq ?? 0
}

/** All rows as one update, which costs a fraction of one after the other. @returns null where some row is unreadable. */
function builtAtOnce(stored: StoredRoom): Built | null {
  const { snapshot, tail } = stored
  const doc = new Y.Doc()
  try {
    if (snapshot) Y.applyUpdate(doc, snapshot.state)
    if (tail.length > 0) Y.applyUpdate(doc, mergeUpdates(tail.map(({ update }) => readUpdate(update))))
    return { doc, seq: lastSeq(stored), summedUp: snapshot, rows: tail }
  } catch {
    doc.destroy()
    return null
  }
}

/** @returns the number of the first row that Yjs could not apply (now in `unreadable`), or null. */
function applyAll(
  doc: Y.Doc,
  snapshot: Snapshot | null,
  tail: readonly { seq: number; update: Uint8Array }[],
  unreadable: Map<number, string>,
): number | null {
  if (snapshot) Y.applyUpdate(doc, snapshot.state)
  for (const { seq, update } of tail) {
    if (unreadable.has(seq)) continue
    try {
      Y.applyUpdate(doc, update)
    } catch (error) {
      unreadable.set(seq, error instanceof Error ? error.message : String(error))
      return seq
    }
  }
  return null
}
