/**
 * Everything about one open material. A room holds no document: it knows clocks and deletions, streams stored bytes to who
 * comes, and passes on what was committed. The order of things is the promise:
 *
 * 1. nothing is broadcast that was not checked (`gate`, `known-state`);
 * 2. nothing is acknowledged or broadcast that was not committed (`group-commit`);
 * 3. a newcomer subscribes before it reads, and its sync ends with a step 2 only when all it lacked was sent;
 * 4. a slow reader costs only itself: over the limit it is sent nothing until it has caught up, then what it lacks.
 */
import * as Y from 'yjs'
import type { MaterialId, PersonId } from '../../shared/ids'
import { CLOSE } from '../../shared/wire/close-codes'
import { accessFrame, noticeFrame, type Notice } from '../../shared/wire/control'
import { awarenessFrame, EMPTY_UPDATE, syncStep1Frame, syncStep2Frame, updateFrame } from '../../shared/wire/frames'
import type { Clock } from '../platform/clock'
import type { Snapshot, StoredRoom, UpdateLog } from '../ports/update-log'
import type { GroupCommit } from './group-commit'
import { KnownState, type ReadUpdate } from './known-state'
import type { Limits } from './limits'
import type { LiveSession } from './live-session'
import { Outbox } from './outbox'
import { RoomPresence } from './presence'

export interface RoomOptions {
  id: MaterialId
  stored: StoredRoom
  updateLog: UpdateLog
  commit: GroupCommit
  clock: Clock
  limits: Limits
  /** Something was committed. */
  onChanged(room: MaterialId): void
  onError(error: unknown, doing: string): void
}

export class Room {
  readonly id: MaterialId
  readonly sessions = new Set<LiveSession>()
  readonly #options: RoomOptions
  readonly #known = new KnownState()
  readonly #presence = new RoomPresence()
  readonly #outbox: Outbox<LiveSession>
  /** Client ids already bound to a person since the room was opened. */
  readonly #boundClients = new Set<number>()
  /** First clocks of writes that are not on disk yet, oldest first. */
  readonly #inFlight = new Set<ReadonlyMap<number, number>>()
  #tailRows = 0
  #tailBytes = 0
  #compacting: Promise<void> | null = null
  #cancelPresence: (() => void) | null = null

  constructor(options: RoomOptions) {
    this.id = options.id
    this.#options = options
    this.#outbox = new Outbox({
      clock: options.clock,
      windowMs: options.limits.flushWindowMs,
      send: (update, soleWriter) => this.#broadcast(updateFrame(update), soleWriter),
    })
    const { snapshot, tail } = options.stored
    if (snapshot) this.#known.seed(snapshot.stateVector, snapshot.deletions)
    for (const { update } of tail) {
      const judged = this.#known.judge(update)
      if (judged.kind === 'new') this.#known.add(judged.update)
      this.#tailRows += 1
      this.#tailBytes += update.byteLength
    }
  }

  join(session: LiveSession): void {
    this.sessions.add(session)
    const { outlet } = session
    if (session.extended) {
      outlet.send(accessFrame({ ability: session.ability }))
      if (this.#options.commit.failing) outlet.send(noticeFrame('save-failing'))
    }
    outlet.send(syncStep1Frame(this.#known.stateVector()))
    outlet.send(awarenessFrame(this.#presence.everyone()))
  }

  leave(session: LiveSession): void {
    if (!this.sessions.delete(session)) return
    this.#presence.leave(session)
    this.#schedulePresence()
  }

  /** Sends `session` what someone with `stateVector` lacks, ending with a step 2. */
  answerStep1(session: LiveSession, stateVector: Uint8Array): void {
    let clocks: Map<number, number>
    try {
      clocks = Y.decodeStateVector(stateVector)
    } catch {
      session.outlet.close(CLOSE.malformed, 'unreadable state vector')
      return
    }
    this.#sendMissing(session, clocks).catch((error: unknown) => {
      this.#options.onError(error, 'answering a sync step 1')
      session.outlet.close(CLOSE.unavailable, 'the document cannot be read')
    })
  }

  /** Takes a step 2 or an update from `session`, whose ability the gate has checked. */
  receive(session: LiveSession, update: Uint8Array, isStep2: boolean): void {
    const write = session.countWrite()
    const judged = this.#known.judge(update)
    switch (judged.kind) {
      case 'malformed':
        session.outlet.close(CLOSE.malformed, 'unreadable update')
        return
      case 'gap':
        session.markMissing(write)
        // A whole state with a hole cannot be mended by asking for it again.
        if (isStep2) session.outlet.close(CLOSE.refusedChange, 'builds on changes that never arrived')
        else session.outlet.send(syncStep1Frame(this.#known.stateVector()))
        return
      case 'known':
        if (isStep2) session.markWhole()
        this.#options.commit.after((seq) => session.acknowledge(write, seq))
        return
      case 'new':
        if (!session.mayWrite) {
          session.outlet.close(CLOSE.refusedChange, 'no right to change this text')
          return
        }
        if (isStep2) session.markWhole()
        this.#commit(update, judged.update, judged.starts, session, session.identity.person, (seq) =>
          session.acknowledge(write, seq),
        )
    }
  }

  /** An update made by the server itself. Resolves when it is on disk. */
  write(update: Uint8Array, actor: PersonId | null): Promise<void> {
    const judged = this.#known.judge(update)
    if (judged.kind === 'known') return Promise.resolve()
    if (judged.kind !== 'new') return Promise.reject(new Error(`the server's own update is ${judged.kind}`))
    return new Promise((resolve) => this.#commit(update, judged.update, judged.starts, null, actor, () => resolve()))
  }

  /** @returns whether the person did something (and not only their program). @throws on bytes that are no awareness update. */
  receivePresence(session: LiveSession, bytes: Uint8Array): boolean {
    const noticeable = this.#presence.receive(bytes, session)
    this.#schedulePresence()
    return noticeable
  }

  answerPresenceQuery(session: LiveSession): void {
    session.outlet.send(awarenessFrame(this.#presence.everyone()))
  }

  notify(notice: Notice): void {
    for (const session of this.sessions) if (session.extended) session.outlet.send(noticeFrame(notice))
  }

  /** A reader's socket took what was waiting. */
  drained(session: LiveSession): void {
    const { lag } = session
    if (lag === null) return
    session.lag = null
    this.#sendMissing(session, lag.clocks).catch((error: unknown) => this.#options.onError(error, 'catching up a slow reader'))
    this.answerPresenceQuery(session)
  }

  get unsaved(): boolean {
    return this.#inFlight.size > 0
  }

  /** Sums up the log so that the next opening streams one snapshot. */
  compact(): Promise<void> {
    if (this.#tailRows === 0) return Promise.resolve()
    this.#compacting ??= this.#compactOnce().finally(() => {
      this.#compacting = null
    })
    return this.#compacting
  }

  async #compactOnce(): Promise<void> {
    const [rows, bytes] = [this.#tailRows, this.#tailBytes]
    try {
      await this.#options.updateLog.compact(this.id)
      this.#tailRows -= rows
      this.#tailBytes -= bytes
    } catch (error) {
      this.#options.onError(error, 'compacting')
    }
  }

  #commit(
    update: Uint8Array,
    read: ReadUpdate,
    starts: ReadonlyMap<number, number>,
    writer: LiveSession | null,
    actor: PersonId | null,
    committed: (seq: number) => void,
  ): void {
    // The frame's buffer may be a slice of a large read: keep only the update.
    const bytes = update.slice()
    this.#known.add(read)
    this.#inFlight.add(starts)
    const newClients = actor === null ? [] : [...starts.keys()].filter((client) => !this.#boundClients.has(client))
    for (const client of newClients) this.#boundClients.add(client)
    const entry = { room: this.id, actor, at: this.#options.clock.now(), update: bytes, newClients }
    this.#options.commit.add(entry, (seq) => {
      this.#inFlight.delete(starts)
      committed(seq)
      this.#outbox.add(bytes, writer)
      this.#tailRows += 1
      this.#tailBytes += bytes.byteLength
      this.#options.onChanged(this.id)
      const { compactRows, compactBytes } = this.#options.limits
      if (this.#tailRows >= compactRows || this.#tailBytes >= compactBytes) void this.compact()
    })
  }

  async #sendMissing(session: LiveSession, clocks: ReadonlyMap<number, number>): Promise<void> {
    const { outlet } = session
    if (this.#known.isCoveredBy(clocks)) {
      outlet.send(syncStep2Frame(this.#known.deletions()))
      return
    }
    // The session is subscribed already: what is committed while this loads reaches it by broadcast.
    const { snapshot, tail } = await this.#options.updateLog.load(this.id)
    if (snapshot) outlet.send(updateFrame(await this.#missingOf(snapshot, clocks)))
    for (const { update } of tail) outlet.send(updateFrame(update))
    outlet.send(syncStep2Frame(EMPTY_UPDATE))
  }

  async #missingOf(snapshot: Snapshot, clocks: ReadonlyMap<number, number>): Promise<Uint8Array> {
    if (clocks.size === 0) return snapshot.state
    const inSnapshot = Y.decodeStateVector(snapshot.stateVector)
    const hasAll = [...inSnapshot].every(([client, clock]) => (clocks.get(client) ?? 0) >= clock)
    if (hasAll) return snapshot.deletions
    return this.#options.updateLog.diff(this.id, Y.encodeStateVector(new Map(clocks)))
  }

  #broadcast(frame: Uint8Array, except: LiveSession | null): void {
    for (const session of this.sessions) {
      if (session === except || session.lag !== null) continue
      session.outlet.send(frame)
      if (session.outlet.unsentBytes > this.#options.limits.lagBytes) this.#startLag(session)
    }
  }

  /** This frame was the last one `session` is sent until it has caught up. */
  #startLag(session: LiveSession): void {
    // What is on its way to the disk was not broadcast yet: the reader lacks it too.
    const clocks = new Map(this.#known.clocks)
    for (const starts of this.#inFlight) {
      for (const [client, start] of starts) clocks.set(client, Math.min(clocks.get(client) ?? 0, start))
    }
    session.lag = { since: this.#options.clock.now(), clocks }
  }

  #schedulePresence(): void {
    if (this.#cancelPresence !== null || !this.#presence.hasChanges) return
    this.#cancelPresence = this.#options.clock.after(this.#options.limits.presenceWindowMs, () => {
      this.#cancelPresence = null
      const { update, soleSpeaker } = this.#presence.takeChanges()
      const frame = awarenessFrame(update)
      for (const session of this.sessions) {
        if (session !== soleSpeaker && session.lag === null && session.outlet.unsentBytes <= this.#options.limits.lagBytes) {
          session.outlet.send(frame)
        }
      }
    })
  }
}
