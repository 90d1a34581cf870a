/** The update log in memory, for tests of the floors above it. Same contract as SQLite's. */
import * as Y from 'yjs'
import type { Line } from '../../shared/diff/lines'
import type { Stretch } from '../../shared/history/stretch'
import { type Origin, originsOf, stepsOf, type WrittenStep } from '../../shared/history/written-when'
import { writersSince, writtenLines } from '../../shared/history/written-lines'
import type { MaterialId, PersonId } from '../../shared/ids'
import { type DocumentEdit, type EditResult, workOut } from '../../shared/suggestions/document-edit'
import { surveyOf } from '../../shared/suggestions/survey'
import { blocksUnder } from '../../shared/suggestions/view'
import { missingOf } from '../storage/missing'
import type { Capture, LogEntry, RoomFacts, Snapshot, StoredRoom, Survey, UpdateLog } from '../ports/update-log'

interface Row extends LogEntry {
  seq: number
}

export class MemoryUpdateLog implements UpdateLog {
  readonly #snapshots = new Map<MaterialId, Snapshot>()
  #rows: Row[] = []
  readonly #clients = new Map<string, Map<number, PersonId>>()
  readonly #steps = new Map<MaterialId, WrittenStep[]>()
  #seq = 0
  /** While set, `append` fails with it: a full disk. */
  failure: Error | null = null

  /** Every row not summed up yet, oldest first. */
  get rows(): readonly LogEntry[] {
    return this.#rows
  }

  async append(entries: readonly LogEntry[]): Promise<number[]> {
    if (this.failure) throw this.failure
    return entries.map((entry) => {
      this.#seq += 1
      const bound = this.#clients.get(entry.room) ?? new Map<number, PersonId>()
      this.#clients.set(entry.room, bound)
      for (const client of entry.newClients ?? []) if (entry.actor && !bound.has(client)) bound.set(client, entry.actor)
      this.#rows.push({ ...entry, update: entry.update.slice(), seq: this.#seq })
      return this.#seq
    })
  }

  async load(room: MaterialId): Promise<StoredRoom> {
    const tail = this.#rows.filter((row) => row.room === room).map(({ seq, at, update }) => ({ seq, at, update }))
    return { snapshot: this.#snapshots.get(room) ?? null, tail }
  }

  facts(room: MaterialId): Promise<RoomFacts> {
    return this.load(room)
  }

  async clients(room: MaterialId): Promise<Map<number, PersonId>> {
    return new Map(this.#clients.get(room))
  }

  async compact(room: MaterialId): Promise<Snapshot | null> {
    const { snapshot, tail } = await this.load(room)
    const seq = tail.at(-1)?.seq ?? snapshot?.seq
    if (seq === undefined) return null
    const doc = await this.#document(room)
    const stateVector = Y.encodeStateVector(doc)
    const next = { seq, state: Y.encodeStateAsUpdate(doc), stateVector, deletions: Y.encodeStateAsUpdate(doc, stateVector) }
    // Another compaction may have come further while this one built its document.
    const current = this.#snapshots.get(room)
    if (current && current.seq >= seq) return current
    this.#steps.set(room, this.#stepsOf(room, seq))
    this.#snapshots.set(room, next)
    this.#rows = this.#rows.filter((row) => row.room !== room || row.seq > seq)
    return next
  }

  async survey(room: MaterialId): Promise<Survey> {
    return surveyOf(await this.#document(room))
  }

  async workOut(room: MaterialId, edit: DocumentEdit): Promise<EditResult> {
    return workOut(await this.#document(room), edit)
  }

  async capture(room: MaterialId, before: Uint8Array | null): Promise<Capture> {
    const { snapshot, tail } = await this.load(room)
    const doc = await this.#document(room)
    return {
      seq: tail.at(-1)?.seq ?? snapshot?.seq ?? 0,
      state: Y.encodeStateAsUpdate(doc),
      blocks: blocksUnder(doc, 'original'),
      writers: writersSince(doc, before, await this.clients(room)),
    }
  }

  async lines(room: MaterialId, state: Uint8Array | null): Promise<Line[]> {
    const doc = state === null ? await this.#document(room) : new Y.Doc()
    if (state !== null) Y.applyUpdate(doc, state)
    return writtenLines(doc, await this.clients(room))
  }

  async origins(room: MaterialId, stretches: readonly Stretch[]): Promise<Origin[]> {
    return originsOf(stretches, this.#stepsOf(room, Number.POSITIVE_INFINITY), await this.clients(room))
  }

  async state(room: MaterialId): Promise<Uint8Array> {
    return Y.encodeStateAsUpdate(await this.#document(room))
  }

  async missing(room: MaterialId, stateVector: Uint8Array): Promise<Uint8Array[]> {
    return missingOf(await this.load(room), stateVector)
  }

  async close(): Promise<void> {}

  #stepsOf(room: MaterialId, seq: number): WrittenStep[] {
    const summedUp = this.#snapshots.get(room)?.stateVector
    const rows = this.#rows.filter((row) => row.room === room && row.seq <= seq)
    return [...(this.#steps.get(room) ?? []), ...stepsOf(rows, summedUp ? Y.decodeStateVector(summedUp) : new Map())]
  }

  async #document(room: MaterialId): Promise<Y.Doc> {
    const { snapshot, tail } = await this.load(room)
    const doc = new Y.Doc()
    if (snapshot) Y.applyUpdate(doc, snapshot.state)
    for (const { update } of tail) Y.applyUpdate(doc, update)
    return doc
  }
}
