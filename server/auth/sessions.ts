/**
 * Who is signed in now. The library vouches for the cookie; idleness is ours: by our clock, sliding, and sockets count as much as
 * requests. Activity is kept in memory and written at most once a minute a session, so that reading costs no disk. What the library
 * said of a cookie holds for some seconds, for its answer costs a millisecond and after a network failure everybody comes at once.
 */
import type { PersonId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import type { SessionRecords } from '../ports/records'
import type { AuthLibrary } from './library'

const WRITE_EVERY_MS = 60_000
/** How long the library is not asked again; a session that ends here is forgotten at once. */
const VOUCHED_MS = 10_000
const MAX_VOUCHED = 10_000

export interface SessionHolder {
  sessionId: string
  person: PersonId
}

export interface SessionsOptions {
  library: AuthLibrary
  records: SessionRecords
  clock: Clock
  idleMinutes: number
}

export class Sessions {
  readonly #options: SessionsOptions
  readonly #idleMs: number
  /** Seen at, and written at. */
  readonly #activity = new Map<string, { seenAt: number; writtenAt: number; person: PersonId }>()
  /** By cookie, what the library vouched for, and until when. */
  readonly #vouched = new Map<string, { holder: SessionHolder; until: number }>()
  #ended = 0
  readonly #endListeners: ((sessionId: string) => void)[] = []

  constructor(options: SessionsOptions) {
    this.#options = options
    this.#idleMs = options.idleMinutes * 60_000
  }

  onEnd(listener: (sessionId: string) => void): void {
    this.#endListeners.push(listener)
  }

  async start(sessionId: string, person: PersonId): Promise<void> {
    const now = this.#options.clock.now()
    this.#activity.set(sessionId, { seenAt: now, writtenAt: now, person })
    await this.#options.records.touch({ session: sessionId, person, lastAt: now })
  }

  /** Null: no session, one that ended, or one idle for too long. */
  async identify(cookie: string | undefined): Promise<SessionHolder | null> {
    if (cookie === undefined || cookie === '') return null
    const holder = await this.#holderOf(cookie)
    if (holder === null) return null
    const { sessionId, person } = holder
    const seenAt = this.#activity.get(sessionId)?.seenAt ?? (await this.#options.records.get(sessionId))?.lastAt
    const idle = seenAt === undefined || this.#options.clock.now() - seenAt >= this.#idleMs
    if (idle) {
      await this.end(sessionId)
      return null
    }
    if (!this.#activity.has(sessionId)) this.#activity.set(sessionId, { seenAt, writtenAt: seenAt, person })
    return holder
  }

  async #holderOf(cookie: string): Promise<SessionHolder | null> {
    const { library, clock } = this.#options
    const vouched = this.#vouched.get(cookie)
    if (vouched !== undefined && clock.now() < vouched.until) return vouched.holder
    this.#vouched.delete(cookie)
    const endedBefore = this.#ended
    const found = await library.api.getSession({ headers: new Headers({ cookie }) })
    if (found === null) return null
    const holder = { sessionId: found.session.id, person: found.session.userId as PersonId }
    // A session may have ended while the library was looking.
    if (this.#ended !== endedBefore) return holder
    if (this.#vouched.size >= MAX_VOUCHED) this.#vouched.clear()
    this.#vouched.set(cookie, { holder, until: Math.min(clock.now() + VOUCHED_MS, found.session.expiresAt.getTime()) })
    return holder
  }

  /** The person did something: their idle time starts anew. */
  touch(sessionId: string): void {
    const activity = this.#activity.get(sessionId)
    if (activity === undefined) return
    const now = this.#options.clock.now()
    activity.seenAt = now
    if (now - activity.writtenAt < WRITE_EVERY_MS) return
    activity.writtenAt = now
    // Nobody waits for this; should it fail, the session merely counts as idle a little early after a restart.
    this.#options.records.touch({ session: sessionId, person: activity.person, lastAt: now }).catch(() => undefined)
  }

  async end(sessionId: string): Promise<void> {
    this.#activity.delete(sessionId)
    this.#forget(sessionId)
    const { adapter } = await this.#options.library.$context
    await adapter.deleteMany({ model: 'session', where: [{ field: 'id', value: sessionId }] })
    await this.#options.records.remove(sessionId)
    this.#forget(sessionId)
    for (const listener of this.#endListeners) listener(sessionId)
  }

  #forget(sessionId: string): void {
    this.#ended += 1
    for (const [cookie, { holder }] of this.#vouched) if (holder.sessionId === sessionId) this.#vouched.delete(cookie)
  }

  /** Ends the person's sessions, but for `keep`. */
  async endAll(person: PersonId, keep?: string): Promise<void> {
    for (const { session } of await this.#options.records.of(person)) if (session !== keep) await this.end(session)
  }

  /** Ends what has been idle for too long, so that an open socket does not outlive its session. */
  async sweep(): Promise<void> {
    const before = this.#options.clock.now() - this.#idleMs
    for (const { session } of await this.#options.records.idleSince(before)) {
      const seenAt = this.#activity.get(session)?.seenAt ?? Number.NEGATIVE_INFINITY
      if (seenAt <= before) await this.end(session)
    }
  }
}
