/** What services may ask of the meetings being held; `live/halls.ts` is the only implementation. */
import type { MeetingId, PersonId } from '../../shared/ids'
import type { Refusal } from '../../shared/live/commands'
import type { MeetingState } from '../../shared/live/meeting-state'
import type { RecordEntry, RecordState } from '../../shared/live/record'
import type { Result } from '../../shared/result'

export interface HallPort {
  /** State and record as they stand; the whole of it: what somebody may see is the caller's matter. Null: no such meeting. */
  look(meeting: MeetingId): Promise<{ state: MeetingState; record: RecordState } | null>
  /** Writes into the record for `actor`, whose right the caller has looked at; on disk and told to everyone concerned when it resolves. */
  write(meeting: MeetingId, actor: PersonId, entry: RecordEntry): Promise<Result<RecordState, Refusal>>
  /** Members, roles or the title may have changed. */
  reconsider(meeting: MeetingId): Promise<void>
  /** The session ended: closes its sockets. */
  signOut(sessionId: string): void
  /** Sends the meeting's projectors away: their code is no more. */
  darken(meeting: MeetingId): void
  /** Connected projectors. */
  projectors(meeting: MeetingId): number
}
