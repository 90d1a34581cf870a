/** One code a meeting, for a screen without an account. Shown once, kept as a hash, good for a day or until it is revoked. */
import { randomInt } from 'node:crypto'
import { AppError } from '../../shared/errors'
import type { MeetingId } from '../../shared/ids'
import { presides } from '../../shared/live/command-rights'
import { CODE_ALPHABET, CODE_LENGTH } from '../../shared/live/projector'
import type { Clock } from '../platform/clock'
import { hashOf } from '../platform/random'
import type { HallPort } from '../ports/hall'
import type { Records } from '../ports/records'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { meetingInSight } from './rights'
import type { NewProjectorCode, ProjectorCodeView } from './shapes'

const LIFETIME_MS = 24 * 60 * 60_000

export interface ProjectorCodesOptions {
  records: Records
  hall: Pick<HallPort, 'darken' | 'projectors'>
  audit: Audit
  clock: Clock
}

export class ProjectorCodes {
  readonly #options: ProjectorCodesOptions

  constructor(options: ProjectorCodesOptions) {
    this.#options = options
  }

  async get(asker: Asker, meeting: MeetingId): Promise<ProjectorCodeView | null> {
    const { records, hall, clock } = this.#options
    await this.#mayPreside(asker, meeting)
    const code = await records.projectorCodes.of(meeting)
    if (code === null || code.expiresAt <= clock.now()) return null
    return { createdAt: code.createdAt, expiresAt: code.expiresAt, projectors: hall.projectors(meeting) }
  }

  async make(asker: Asker, meeting: MeetingId, baseUrl: string): Promise<NewProjectorCode> {
    const { records, hall, audit, clock } = this.#options
    await this.#mayPreside(asker, meeting)
    const code = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')
    const createdAt = clock.now()
    const expiresAt = createdAt + LIFETIME_MS
    await records.projectorCodes.replace({ meeting, codeHash: hashOf(code), createdBy: asker.person, createdAt, expiresAt })
    hall.darken(meeting)
    await audit.record(asker, 'projector.code', `meeting ${meeting}`)
    // Behind the hash, so that the code is in no server's log.
    return { code, url: `${baseUrl}/projector#${code}`, createdAt, expiresAt, projectors: 0 }
  }

  async revoke(asker: Asker, meeting: MeetingId): Promise<void> {
    const { records, hall, audit } = this.#options
    await this.#mayPreside(asker, meeting)
    await records.projectorCodes.remove(meeting)
    hall.darken(meeting)
    await audit.record(asker, 'projector.revoke', `meeting ${meeting}`)
  }

  async #mayPreside(asker: Asker, meeting: MeetingId): Promise<void> {
    const sight = await meetingInSight(this.#options.records, meeting, asker.person)
    if (!presides(sight)) throw new AppError('FORBIDDEN', 'Whoever presides, and the office, hand out the code')
  }
}
