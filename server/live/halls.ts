/** The meetings being held: opened by whoever comes first, kept while anyone is in, dropped after; everything is on disk anyway. */
import type { MeetingId, PersonId } from '../../shared/ids'
import type { Refusal } from '../../shared/live/commands'
import type { RecordEntry, RecordState } from '../../shared/live/record'
import { failed, type Result } from '../../shared/result'
import { CLOSE } from '../../shared/wire/close-codes'
import type { Clock } from '../platform/clock'
import type { DeskPort } from '../ports/desk'
import type { HallPort } from '../ports/hall'
import { Hall } from './hall'
import type { LiveLimits } from './limits'

export interface HallsOptions {
  desk: DeskPort
  clock: Clock
  limits: LiveLimits
  onError(error: unknown, doing: string): void
}

export class Halls implements HallPort {
  readonly #options: HallsOptions
  readonly #open = new Map<MeetingId, Hall>()
  /** One load a meeting: whoever comes meanwhile waits for the same. */
  readonly #loading = new Map<MeetingId, Promise<Hall | null>>()

  constructor(options: HallsOptions) {
    this.#options = options
  }

  /** Null: there is no such meeting. */
  open(meeting: MeetingId): Promise<Hall | null> {
    const hall = this.#open.get(meeting)
    if (hall !== undefined) return Promise.resolve(hall)
    const loading = this.#loading.get(meeting) ?? this.#load(meeting).finally(() => this.#loading.delete(meeting))
    this.#loading.set(meeting, loading)
    return loading
  }

  /** Somebody left it. */
  left(hall: Hall): void {
    if (!hall.isEmpty) return
    const { clock, limits } = this.#options
    clock.after(limits.idleHallMs, () => {
      if (!hall.isEmpty || this.#open.get(hall.meeting) !== hall) return
      hall.stop()
      this.#open.delete(hall.meeting)
    })
  }

  async look(meeting: MeetingId): Promise<Pick<Hall['ledger']['shown'], 'state' | 'record'> | null> {
    const hall = await this.#visit(meeting)
    return hall?.ledger.shown ?? null
  }

  async write(meeting: MeetingId, actor: PersonId, entry: RecordEntry): Promise<Result<RecordState, Refusal>> {
    const hall = await this.#visit(meeting)
    return hall === null ? failed('impossible') : hall.ledger.write(actor, entry)
  }

  async reconsider(meeting: MeetingId): Promise<void> {
    const hall = this.#open.get(meeting) ?? (await this.#loading.get(meeting))
    const facts = hall ? await this.#options.desk.facts(meeting) : null
    if (hall && facts) await hall.reconsider(facts)
  }

  signOut(sessionId: string): void {
    for (const hall of this.#open.values()) {
      for (const member of [...hall.members])
        if (member.identity.sessionId === sessionId) member.close(CLOSE.signedOut, 'signed out')
    }
  }

  darken(meeting: MeetingId): void {
    this.#open.get(meeting)?.screens.each((screen) => screen.darken())
  }

  projectors(meeting: MeetingId): number {
    return this.#open.get(meeting)?.screens.count ?? 0
  }

  /** Sends everyone away, to come back to the next process; resolves when what they said is kept. */
  async closeAll(): Promise<void> {
    const halls = [...this.#open.values()]
    for (const hall of halls) {
      for (const member of [...hall.members]) member.close(CLOSE.shuttingDown, 'the server restarts')
      hall.screens.each((screen) => screen.close(CLOSE.shuttingDown, 'the server restarts'))
      hall.stop()
    }
    await Promise.all(halls.map((hall) => hall.ledger.settled()))
  }

  /** For a question, not to stay. */
  async #visit(meeting: MeetingId): Promise<Hall | null> {
    const hall = await this.open(meeting)
    if (hall !== null) this.left(hall)
    return hall
  }

  async #load(meeting: MeetingId): Promise<Hall | null> {
    const { desk, clock, limits, onError } = this.#options
    const facts = await desk.facts(meeting)
    if (facts === null) return null
    const hall = await Hall.open({ meeting, desk, clock, limits, onError }, facts)
    this.#open.set(meeting, hall)
    return hall
  }
}
