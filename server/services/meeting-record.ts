/** The meeting's record as requests meet it: as much of it as the asker may see, and the critic's word on their own lines. */
import { AppError } from '../../shared/errors'
import type { MeetingId } from '../../shared/ids'
import { keepsRecord } from '../../shared/live/command-rights'
import type { MeetingState } from '../../shared/live/meeting-state'
import type { LineVerdict, RecordState } from '../../shared/live/record'
import { lineFor, recordFor } from '../../shared/live/record-sight'
import type { HallPort } from '../ports/hall'
import type { Records } from '../ports/records'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { meetingInSight, type MeetingInSight } from './rights'
import type { RecordView } from './shapes'

export interface MeetingRecordOptions {
  records: Records
  hall: Pick<HallPort, 'look' | 'write'>
  audit: Audit
}

export interface HeldMeeting extends MeetingInSight {
  state: MeetingState
  record: RecordState
}

export class MeetingRecord {
  readonly #options: MeetingRecordOptions

  constructor(options: MeetingRecordOptions) {
    this.#options = options
  }

  async get(asker: Asker, meeting: MeetingId): Promise<RecordView> {
    const { roles, state, record } = await this.held(asker, meeting)
    const viewer = { person: asker.person, roles }
    return { stage: state.record, keeps: keepsRecord(viewer), ...recordFor(record, viewer, state.record) }
  }

  async confirm(
    asker: Asker,
    meeting: MeetingId,
    { line: id, verdict, note }: { line: string; verdict: LineVerdict; note: string },
  ): Promise<RecordView> {
    const { hall, audit } = this.#options
    const { roles, state, record } = await this.held(asker, meeting)
    const line = record.lines.find((one) => one.id === id)
    // What one may not see is answered like what does not exist.
    if (line === undefined || lineFor(line, { person: asker.person, roles }, state.record) === null)
      throw new AppError('NOT_FOUND', 'No such line')
    const written = await hall.write(meeting, asker.person, { kind: 'verdict', line: id, verdict, note })
    if (!written.ok) {
      const code = written.error === 'not-allowed' ? 'FORBIDDEN' : 'CONFLICT'
      throw new AppError(code, `The record does not take it: ${written.error}`)
    }
    await audit.record(asker, `record.${verdict}`, `meeting ${meeting}`)
    return this.get(asker, meeting)
  }

  /** All of it, for services that give out parts. */
  async held(asker: Asker, meeting: MeetingId): Promise<HeldMeeting> {
    const { records, hall } = this.#options
    const sight = await meetingInSight(records, meeting, asker.person)
    const held = await hall.look(meeting)
    if (held === null) throw new AppError('NOT_FOUND', 'No such meeting')
    return { ...sight, ...held }
  }
}
