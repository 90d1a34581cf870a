/** What a meeting leaves behind, as the records keep it; part of `Records`. Times are Unix milliseconds. */
import type { MaterialId, MeetingId, PersonId } from '../../shared/ids'
import type { MaterialState } from '../../shared/model/material-state'
import type { VersionKind } from '../../shared/model/version-kind'
import type { MeetingAct } from '../../shared/live/commands'
import type { PreparedLine, RecordAct } from '../../shared/live/record'
import type { Block } from '../../shared/schema/blocks'

/** One thing done in a meeting. Only ever added; state and record are what comes of going through all of them. */
export type MeetingEvent = { kind: 'meeting'; act: MeetingAct } | { kind: 'record'; act: RecordAct }

export interface MeetingEventRecords {
  /** All or nothing, durable when it resolves. */
  append(meeting: MeetingId, events: readonly MeetingEvent[]): Promise<void>
  /** Oldest first. */
  list(meeting: MeetingId): Promise<MeetingEvent[]>
}

/** Prepared criticism: no question without the author in it. */
export interface PreparedRecords {
  list(meeting: MeetingId, author: PersonId): Promise<PreparedLine[]>
  get(meeting: MeetingId, author: PersonId, id: string): Promise<PreparedLine | null>
  /** @returns false if the id is somebody else's or in another meeting. */
  save(meeting: MeetingId, author: PersonId, line: PreparedLine): Promise<boolean>
  remove(meeting: MeetingId, author: PersonId, id: string): Promise<void>
}

export interface ProjectorCodeRecord {
  meeting: MeetingId
  /** SHA-256 of the code: the code itself is nowhere on disk. */
  codeHash: string
  createdAt: number
  expiresAt: number
}

export interface ProjectorCodeRecords {
  /** The meeting's older code stops working. */
  replace(code: ProjectorCodeRecord & { createdBy: PersonId }): Promise<void>
  of(meeting: MeetingId): Promise<ProjectorCodeRecord | null>
  byHash(codeHash: string): Promise<ProjectorCodeRecord | null>
  remove(meeting: MeetingId): Promise<void>
}

/** A state of a material that is kept for good. */
export interface VersionRecord {
  material: MaterialId
  /** Counts from 1 in each material. */
  number: number
  kind: VersionKind
  at: number
  actor: PersonId | null
  /** SHA-256 of the text, in hex; see `services/versions.ts`. */
  hash: string
  /** The text, without what was only proposed. */
  blocks: Block[]
}

/** What is told of a version without its text. */
export interface VersionFacts {
  /** The last row of the log in it; 0: not known. */
  seq: number
  /** Its name; at a change of state the transition, before a restoration the number of what was restored. */
  label: string
  note: string
  /** Who wrote since the version before. */
  writers: PersonId[]
  /** In which state the material was: who may not read that state may not see the version. */
  standing: MaterialState
}

export type VersionEntry = Omit<VersionRecord, 'hash' | 'blocks'> & VersionFacts

export interface VersionRecords {
  /** @returns its number. */
  add(
    version: Omit<VersionRecord, 'number'> &
      Partial<VersionFacts> & { /** The whole document as one Yjs update. */ state: Uint8Array },
  ): Promise<number>
  get(material: MaterialId, number: number): Promise<VersionRecord | null>
  /** The last approved one. */
  latest(material: MaterialId): Promise<VersionRecord | null>
  /** Every version, the last first. */
  list(material: MaterialId): Promise<VersionEntry[]>
  /** The whole document of a version as one Yjs update. */
  state(material: MaterialId, number: number): Promise<Uint8Array | null>
}

export interface LiveRecords {
  meetingEvents: MeetingEventRecords
  prepared: PreparedRecords
  projectorCodes: ProjectorCodeRecords
  versions: VersionRecords
}
