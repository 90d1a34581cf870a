/** Prepared criticism: its author's alone. Nobody else's is ever looked up, and the log of who did what does not name its target. */
import { AppError } from '../../shared/errors'
import type { MeetingId, PersonId } from '../../shared/ids'
import { isExpected } from '../../shared/live/attendance'
import { currentPlace } from '../../shared/live/meeting-state'
import type { LineInput, PreparedLine } from '../../shared/live/record'
import type { Clock } from '../platform/clock'
import { hashOf } from '../platform/random'
import type { HallPort } from '../ports/hall'
import type { Records } from '../ports/records'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { meetingInSight } from './rights'

export interface CriticismOptions {
  records: Records
  hall: Pick<HallPort, 'look' | 'write'>
  audit: Audit
  clock: Clock
}

/** More than anybody prepares for one meeting. */
const MAX_PREPARED = 300

export class Criticism {
  readonly #options: CriticismOptions

  constructor(options: CriticismOptions) {
    this.#options = options
  }

  async list(asker: Asker, meeting: MeetingId): Promise<PreparedLine[]> {
    await this.#mayPrepare(asker, meeting)
    return this.#options.records.prepared.list(meeting, asker.person)
  }

  async prepare(
    asker: Asker,
    meeting: MeetingId,
    { line: id, target, aspect, text }: { line: string; target: PersonId; aspect: string; text: string },
  ): Promise<PreparedLine> {
    const { records, clock } = this.#options
    await this.#mayPrepare(asker, meeting)
    const about = await records.members.get(meeting, target)
    if (about === null || target === asker.person) throw new AppError('INVALID_INPUT', 'Nobody to criticise', { field: 'target' })
    const own = await records.prepared.list(meeting, asker.person)
    const known = own.find((line) => line.id === id)
    if (known !== undefined && known.spokenAs !== null) throw new AppError('CONFLICT', 'It is in the record already')
    if (known === undefined && own.length >= MAX_PREPARED) throw new AppError('TOO_LARGE', 'Too many prepared lines')
    const line: PreparedLine = { id, target, aspect, text, updatedAt: clock.now(), spokenAs: null }
    if (!(await records.prepared.save(meeting, asker.person, line))) throw new AppError('CONFLICT', 'This id is taken')
    return line
  }

  async discard(asker: Asker, meeting: MeetingId, id: string): Promise<void> {
    await this.#mayPrepare(asker, meeting)
    await this.#options.records.prepared.remove(meeting, asker.person, id)
  }

  /** It has been said: from here on it is a line of the record like any other. */
  async speak(asker: Asker, meeting: MeetingId, id: string): Promise<PreparedLine> {
    const { records, hall, audit, clock } = this.#options
    await this.#mayPrepare(asker, meeting)
    const line = await records.prepared.get(meeting, asker.person, id)
    if (line === null) throw new AppError('NOT_FOUND', 'No such line')
    if (line.spokenAs !== null) return line
    const held = await hall.look(meeting)
    const place = held === null ? null : currentPlace(held.state)
    if (place === null) throw new AppError('CONFLICT', 'The meeting is not under way')
    const spoken: LineInput = {
      // The same however often it is pressed, and nothing its author could choose.
      id: hashOf(`${meeting} ${asker.person} ${id}`).slice(0, 32),
      edition: 1,
      kind: 'criticism',
      speaker: asker.person,
      target: line.target,
      mode: 'verbatim',
      aspect: line.aspect,
      text: line.text,
      saidAt: clock.now(),
      item: place.item.id,
      removed: false,
    }
    const written = await hall.write(meeting, asker.person, { kind: 'line', line: spoken })
    if (!written.ok) throw new AppError('CONFLICT', `The record does not take it: ${written.error}`)
    const marked = { ...line, spokenAs: spoken.id }
    await records.prepared.save(meeting, asker.person, marked)
    await audit.record(asker, 'criticism.speak', `meeting ${meeting}`)
    return marked
  }

  /** Whoever is expected at the meeting criticises and is criticised. */
  async #mayPrepare(asker: Asker, meeting: MeetingId): Promise<void> {
    const { roles } = await meetingInSight(this.#options.records, meeting, asker.person)
    if (!isExpected(roles)) throw new AppError('FORBIDDEN', 'Only members criticise')
  }
}
