/**
 * What goes over `/live/<meetingId>` (docs/wire.md, L1–L12): JSON texts, one message each. The client's are read with
 * `read-message.ts`; the server's are types only, the client trusts them.
 */
import type { MeetingRole } from '../access/roles'
import type { MaterialId, MeetingId, PersonId } from '../ids'
import type { Block } from '../schema/blocks'
import type { Command, Refusal } from './commands'
import type { MeetingState } from './meeting-state'
import type { Line, LineInput, RecordState, ReplyTick } from './record'

/** Asked for as `?duizhao=<version>`; another one is closed with 4406. */
export const LIVE_VERSION = 1

/** A place in the presented text. */
export interface TextPlace {
  material: MaterialId
  /** Index into the presented blocks. */
  block: number
  /** Characters into that block; in a table, into its cells' text in reading order. */
  offset: number
}

export interface SpeakerPlace extends TextPlace {
  /** Who is there; from the session. */
  person: PersonId
  /** The same place as a Yjs relative position in JSON form, from a page that holds the document; null: none. */
  anchor: unknown
}

/** What a page says of its person. */
export interface OwnWhereabouts {
  /** Follows the speaker's place. */
  following: boolean
  /** Where else they look: block of the heading they stand under in the presented text; null: following, or in no presented text. */
  section: number | null
  /** Is writing down (the recorder's 记录中…). */
  writing: boolean
}

export interface Whereabouts extends OwnWhereabouts {
  /** From the session. */
  person: PersonId
}

/** Somebody of the meeting, for names and colours. */
export interface MeetingPerson {
  person: PersonId
  name: string
  post: string
  color: number
  roles: MeetingRole[]
}

/** An approved version, without what was only proposed in it. */
export interface PresentedText {
  material: MaterialId
  version: number
  hash: string
  blocks: Block[]
}

export type ClientMessage =
  /** `revision`: the state it was given for. */
  | { type: 'command'; request: string; revision: number; command: Command }
  | ({ type: 'place'; anchor: unknown } & TextPlace)
  | ({ type: 'whereabouts' } & OwnWhereabouts)
  | { type: 'line'; request: string; line: LineInput }
  | { type: 'reply'; request: string; person: PersonId; given: boolean }

/** Answers to `request` come to its sender alone; on disk when they say `done`. */
export type ServerMessage =
  | {
      type: 'welcome'
      meeting: MeetingId
      title: string
      /** The server's clock, here and in `state`: the page keeps the difference for its timers. */
      now: number
      you: { person: PersonId; roles: MeetingRole[] }
      people: MeetingPerson[]
      state: MeetingState
      /** What the receiver may see of it. */
      record: RecordState
      text: PresentedText | null
      place: SpeakerPlace | null
      here: Whereabouts[]
      /** Connected projectors. */
      projectors: number
    }
  | { type: 'state'; now: number; state: MeetingState }
  | { type: 'people'; people: MeetingPerson[] }
  | { type: 'text'; text: PresentedText | null }
  | { type: 'place'; place: SpeakerPlace | null }
  | { type: 'here'; changed: Whereabouts[]; gone: PersonId[] }
  | { type: 'projectors'; count: number }
  /** Lines that are new or changed; a `removed` one goes to those who keep the record. */
  | { type: 'lines'; lines: Line[] }
  | { type: 'replies'; replies: ReplyTick[] }
  /** In place of what the receiver had: what they may see has changed. */
  | { type: 'record'; record: RecordState }
  | { type: 'done'; request: string; revision: number }
  | { type: 'refused'; request: string; why: Refusal; revision: number }
