/**
 * Where documents live: an append-only log of updates per room, and snapshots that sum up its beginning. `append` resolves
 * only when the rows are on disk (invariant 2). One contract suite runs on every adapter (`testing/update-log-contract.ts`).
 */
import type { Line } from '../../shared/diff/lines'
import type { Stretch } from '../../shared/history/stretch'
import type { Origin } from '../../shared/history/written-when'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { Block } from '../../shared/schema/blocks'
import type { SuggestionCard } from '../../shared/suggestions/cards'
import type { DocumentEdit, EditResult } from '../../shared/suggestions/document-edit'

export interface LogEntry {
  room: MaterialId
  /** Null: written by the server itself (a template, an import). */
  actor: PersonId | null
  /** Unix time in milliseconds. */
  at: number
  /** A Yjs update, encoding version 1. */
  update: Uint8Array
  /** Yjs client ids that `actor` uses here for the first time; kept for ever, so that every character has an author. */
  newClients?: readonly number[]
}

export interface Snapshot {
  /** Every row up to and including this number is in `state`. 0: none. */
  seq: number
  /** The whole state as one Yjs update. */
  state: Uint8Array
  /** Encoded state vector of `state`, so that opening a room decodes no document. */
  stateVector: Uint8Array
  /** The deletions of `state` alone, as an update without structs. */
  deletions: Uint8Array
}

/** What is known of a snapshot without reading it. */
export type SnapshotFacts = Pick<Snapshot, 'stateVector' | 'deletions'>

export interface TailRow {
  seq: number
  /** Unix time in milliseconds. */
  at: number
  update: Uint8Array
}

/** A room as stored: the snapshot and the rows after it, oldest first. */
export interface StoredRoom {
  snapshot: Snapshot | null
  tail: TailRow[]
}

/** The same without the snapshot's bytes: enough to open a room. */
export interface RoomFacts {
  snapshot: SnapshotFacts | null
  tail: TailRow[]
}

/** A document as services need it. */
export interface Survey {
  /** Its content without what is only proposed. */
  blocks: Block[]
  /** Undecided suggestions. */
  suggestions: SuggestionCard[]
}

/** A document as it is kept for good. */
export interface Capture {
  /** The last row of the log in it; 0: nothing is stored. */
  seq: number
  /** The whole document as one Yjs update. */
  state: Uint8Array
  /** Its content without what is only proposed. */
  blocks: Block[]
  /** Whoever wrote in it since `before`. */
  writers: PersonId[]
}

export interface UpdateLog {
  /** One transaction, all or nothing, durable when it resolves. @returns the number of each row, in order. */
  append(entries: readonly LogEntry[]): Promise<number[]>
  load(room: MaterialId): Promise<StoredRoom>
  facts(room: MaterialId): Promise<RoomFacts>
  /** Sums up the room's rows into a new snapshot, off the caller's thread. @returns the snapshot it left. */
  compact(room: MaterialId): Promise<Snapshot | null>
  /** Who stands behind each Yjs client id that ever wrote here. */
  clients(room: MaterialId): Promise<Map<number, PersonId>>
  /** What the room says, read off the caller's thread. */
  survey(room: MaterialId): Promise<Survey>
  /** Works `edit` out on the room's document, off the caller's thread. Nothing is written. */
  workOut(room: MaterialId, edit: DocumentEdit): Promise<EditResult>
  /** Everything a version needs, off the caller's thread. `before`: the state since which writers count; null: ever. */
  capture(room: MaterialId, before: Uint8Array | null): Promise<Capture>
  /** The room's text, or that of `state`, an older state of it, line by line with who wrote it; off the caller's thread. */
  lines(room: MaterialId, state: Uint8Array | null): Promise<Line[]>
  /** Who wrote each of `stretches` and when, kept by the minute for ever; off the caller's thread. */
  origins(room: MaterialId, stretches: readonly Stretch[]): Promise<Origin[]>
  /** The room's whole state as one update, summed up off the caller's thread. */
  state(room: MaterialId): Promise<Uint8Array>
  /** What someone with `stateVector` lacks, all deletions included, as updates to be taken in this order; worked out off the caller's thread. */
  missing(room: MaterialId, stateVector: Uint8Array): Promise<Uint8Array[]>
  close(): Promise<void>
}
