/** What the meeting's floor asks of the rest of the house; built on records by `services/desk.ts`. */
import type { MaterialId, MeetingId, PersonId } from '../../shared/ids'
import type { Roster } from '../../shared/live/agenda'
import type { Command } from '../../shared/live/commands'
import type { MeetingPerson, PresentedText } from '../../shared/live/messages'
import type { MeetingEvent } from './live-records'

export interface MeetingFacts {
  title: string
  people: MeetingPerson[]
  roster: Roster
}

export interface DeskPort {
  /** Null: there is no such meeting. */
  facts(meeting: MeetingId): Promise<MeetingFacts | null>
  events(meeting: MeetingId): Promise<MeetingEvent[]>
  /** All or nothing, on disk when it resolves. */
  keep(meeting: MeetingId, events: readonly MeetingEvent[]): Promise<void>
  /** The approved version of a material of the meeting as it stands; null: it is not approved. */
  approved(meeting: MeetingId, material: MaterialId): Promise<PresentedText | null>
  /** A version as it was kept. */
  version(material: MaterialId, number: number): Promise<PresentedText | null>
  /** Writes into the log of who did what: a command that was carried out. */
  note(meeting: MeetingId, actor: PersonId, command: Command): Promise<void>
  /** `material` is before the meeting now. */
  presented(material: MaterialId): Promise<void>
  /** The meeting a projector's code opens; null: none (any more). */
  meetingOf(code: string): Promise<MeetingId | null>
}
