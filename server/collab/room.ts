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
import { awarenessFrame, syncStep1Frame, updateFrame } from '../../shared/wire/frames'
import type { Clock } from '../platform/clock'
import type { RoomFacts, UpdateLog } from '../ports/update-log'
import { CatchUp } from './catch-up'
import type { GroupCommit } from './group-commit'
import { type Judgement, KnownState } from './known-state'
import type { Limits } from './limits'
import type { LiveSession } from './live-session'
import { LogTail } from './log-tail'
import { Outbox } from './outbox'
import { RoomPresence } from './presence'
import { Suggesters } from './suggesters'

export interface RoomOptions {
  id: MaterialId
  stored: RoomFacts
  updateLog: UpdateLog
  commit: GroupCommit
  clock: Clock
  limits: Limits
  /** Something was committed. */
  onChanged(room: MaterialId): void
  onError(error: unknown, doing: string): void
}

interface From {
  /** Null: the server. */
  writer: LiveSession | null
  actor: PersonId | null
  /** Written before this connection. */
  late: boolean
}

export class Room {
  readonly id: MaterialId
  readonly sessions = new Set<LiveSession>()
  readonly #options: RoomOptions
  readonly #known = new KnownState()
  readonly #presence = new RoomPresence()
  readonly #outbox: Outbox<LiveSession>
  readonly #tail: LogTail
  readonly #catchUp: CatchUp
  readonly #suggesters: Suggesters
  /** Client ids already bound to a person since the room was opened. */
  readonly #boundClients = new Set<number>()
  /** First clocks of writes that are not on disk yet, oldest first. */
  readonly #inFlight = new Set<ReadonlyMap<number, number>>()
  #cancelPresence: (() => void) | null = null

  constructor(options: RoomOptions) {
    this.id = options.id
    this.#options = options
    this.#outbox = new Outbox({
      clock: options.clock,
      windowMs: options.limits.flushWindowMs,
      send: (update, soleWriter) => this.#broadcast(update, soleWriter),
    })
    const { id: room, updateLog, commit, clock, limits, onError } = options
    this.#tail = new LogTail({ room, updateLog, clock, limits, onError })
    this.#catchUp = new CatchUp({ room, known: this.#known, updateLog, tail: this.#tail })
    const written = () => new Promise<void>((resolve) => commit.after(() => resolve()))
    const onRepair = (update: Uint8Array) => void this.#commitOwn(update, null)
    this.#suggesters = new Suggesters({ room, updateLog, clock, clockSkewMs: limits.clockSkewMs, written, onError, onRepair })
    const { snapshot, tail } = options.stored
    if (snapshot) this.#known.seed(snapshot.stateVector, snapshot.deletions)
    for (const { update } of tail) {
      const judged = this.#known.judge(update)
      if (judged.kind === 'new') this.#known.add(judged.update)
      this.#tail.count(update.byteLength)
    }
  }

  join(session: LiveSession): void {
    this.sessions.add(session)
    // From here on the judge sees everything this person may not have heard of yet.
    if (session.isJudged) this.#suggesters.whenReady(() => undefined)
    const access = session.extended ? [accessFrame({ ability: session.ability })] : []
    const notice = session.extended && this.#options.commit.failing ? [noticeFrame('save-failing')] : []
    const everyone = awarenessFrame(this.#presence.everyone())
    session.outlet.send(...access, ...notice, syncStep1Frame(this.#known.stateVector()), everyone)
  }

  leave(session: LiveSession): void {
    if (!this.sessions.delete(session)) return
    this.#presence.leave(session)
    this.#schedulePresence()
    this.#suggesters.left(this.sessions)
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
    this.#catchUp
      .send((...frames) => session.outlet.send(...frames), clocks)
      .catch((error: unknown) => {
        this.#options.onError(error, 'answering a sync step 1')
        session.outlet.close(CLOSE.unavailable, 'the document cannot be read')
      })
  }

  /** Takes a step 2 or an update from `session`, whose ability the gate has checked. */
  receive(session: LiveSession, update: Uint8Array, isStep2: boolean): void {
    const write = session.countWrite()
    if (!session.isJudged) return this.#take(session, write, update, isStep2)
    // The judge may still be building its copy; the socket's buffer will be gone by then.
    const bytes = update.slice()
    this.#suggesters.whenReady(() => {
      if (this.sessions.has(session)) this.#take(session, write, bytes, isStep2)
    })
  }

  #take(session: LiveSession, write: number, update: Uint8Array, isStep2: boolean): void {
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
        this.#options.commit.after((seq) => this.#acknowledge(session, write, seq))
        return
      case 'new': {
        const ruling = this.#rule(session, update, judged.starts, isStep2)
        if (!ruling.ok) {
          const code = ruling.refusal === 'tooOften' ? CLOSE.tooFrequent : CLOSE.refusedChange
          session.outlet.close(code, `no right to change this text (${ruling.refusal})`)
          return
        }
        if (isStep2) session.markWhole()
        const from: From = { writer: session, actor: session.identity.person, late: isStep2 }
        this.#commit(judged, from, (seq) => this.#acknowledge(session, write, seq))
        if (ruling.repair !== null) this.#commitOwn(ruling.repair, null)
      }
    }
  }

  #rule(
    session: LiveSession,
    update: Uint8Array,
    starts: ReadonlyMap<number, number>,
    late: boolean,
  ): ReturnType<Suggesters['rule']> {
    const scope = session.judged
    if (scope === 'nowhere') return { ok: true, repair: null }
    if (scope === 'reader') return { ok: false, refusal: 'reader' }
    return this.#suggesters.rule({ update, person: session.identity.person, scope, clients: starts.keys(), late })
  }

  /** An update made by the server itself. Resolves when it is on disk. */
  write(update: Uint8Array, actor: PersonId | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const failure = this.#commitOwn(update, actor, resolve)
      if (failure !== null) reject(new Error(`the server's own update is ${failure}`))
    })
  }

  /** @returns why the update cannot be taken, or null. */
  #commitOwn(update: Uint8Array, actor: PersonId | null, committed: () => void = () => undefined): 'gap' | 'malformed' | null {
    const judged = this.#known.judge(update)
    if (judged.kind === 'gap' || judged.kind === 'malformed') return judged.kind
    if (judged.kind === 'known') this.#options.commit.after(() => committed())
    else this.#commit(judged, { writer: null, actor, late: false }, () => committed())
    return null
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
    this.#catchUp
      .send((...frames) => session.outlet.send(...frames), lag.clocks)
      .catch((error: unknown) => this.#options.onError(error, 'catching up a slow reader'))
    this.answerPresenceQuery(session)
  }

  get unsaved(): boolean {
    return this.#inFlight.size > 0
  }

  /** Sums up the log so that the next opening streams one snapshot. */
  compact(): Promise<void> {
    return this.#tail.compact()
  }

  #commit(
    { update: read, starts }: Extract<Judgement, { kind: 'new' }>,
    { writer, actor, late }: From,
    committed: (seq: number) => void,
  ): void {
    // The frame's buffer may be a slice of a large read: keep only the update.
    const bytes = read.bytes.slice()
    const update = { ...read, bytes }
    this.#known.add(update)
    this.#inFlight.add(starts)
    const newClients = actor === null ? [] : [...starts.keys()].filter((client) => !this.#boundClients.has(client))
    for (const client of newClients) this.#boundClients.add(client)
    const entry = { room: this.id, actor, at: this.#options.clock.now(), update: bytes, newClients }
    this.#options.commit.add(entry, (seq) => {
      this.#inFlight.delete(starts)
      committed(seq)
      this.#outbox.add(update, writer)
      this.#tail.count(bytes.byteLength)
      this.#tail.compactIfDue()
      this.#options.onChanged(this.id)
    })
    // After it, so that what mends it follows it.
    if (writer?.isJudged) return
    const by = writer === null ? 'server' : late ? 'late' : 'person'
    this.#suggesters.apply({ update: bytes, actor, newClients: starts.keys(), by })
  }

  #acknowledge(session: LiveSession, write: number, seq: number): void {
    if (session.acknowledge(write, seq)) this.#outbox.schedule()
  }

  /** Each is told in one write what of theirs is on disk and what others did. */
  #broadcast(update: Uint8Array | null, except: LiveSession | null): void {
    const frame = update === null ? null : updateFrame(update)
    for (const session of this.sessions) {
      const { outlet } = session
      const ack = session.takeAck()
      if (frame === null || session === except || session.lag !== null) {
        if (ack !== null) outlet.send(ack)
        continue
      }
      if (ack === null) outlet.send(frame)
      else outlet.send(ack, frame)
      if (outlet.unsentBytes > this.#options.limits.lagBytes) this.#startLag(session)
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
