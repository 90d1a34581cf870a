/**
 * One page's part in one meeting, outside React: the socket, what was heard over it, and what the recorder wrote and the server
 * has not answered yet. A model once heard stays while the network is gone.
 */
import type { MeetingId, PersonId } from '../../shared/ids'
import type { Command, Refusal } from '../../shared/live/commands'
import {
  type ClientMessage,
  LIVE_VERSION,
  type OwnWhereabouts,
  type ServerMessage,
  type SpeakerPlace,
  type TextPlace,
} from '../../shared/live/messages'
import type { LineInput, RecordState } from '../../shared/live/record'
import { Connection } from '../net/connection'
import { LIVE_CONNECTION, questions } from './live-connection'
import { type LiveModel, received } from './live-model'
import type { LiveStatus } from './live-status'
import type { LiveSurroundings } from './surroundings'
import { type Unsent, type UnsentEntry, withoutSent, withRefused, withUnsent, withWaiting } from './unsent'

/** Longer than the slowest commit, shorter than anybody's patience. */
const OVERDUE_MS = 8_000
const RETRY_MS = 3_000

export interface LiveView {
  status: LiveStatus
  model: LiveModel | null
  /** What this page's person sees of the record: what is on its way included. */
  record: RecordState
  unsent: readonly Unsent[]
  /** This device cannot keep what is unsent. */
  storeFails: boolean
}

/** `offline`: it was not sent. */
export type Outcome = 'done' | 'offline' | Refusal

interface Asked {
  at: number
  answer(outcome: Outcome): void
}

export interface MeetingSessionOptions {
  meeting: MeetingId
  person: PersonId
}

const NOTHING: RecordState = { lines: [], replies: [] }

export class MeetingSession {
  readonly #options: MeetingSessionOptions
  readonly #surroundings: LiveSurroundings
  readonly #connection: Connection<string>
  readonly #asked = new Map<string, Asked>()
  readonly #listeners = new Set<() => void>()
  #requests = 0
  #whereabouts: OwnWhereabouts | null = null
  #cancelRetry: (() => void) | null = null
  #view: LiveView = { status: { kind: 'connecting' }, model: null, record: NOTHING, unsent: [], storeFails: false }

  constructor(options: MeetingSessionOptions, surroundings: LiveSurroundings) {
    this.#options = options
    this.#surroundings = surroundings
    this.#connection = new Connection({
      ...LIVE_CONNECTION,
      path: `/live/${encodeURIComponent(options.meeting)}?duizhao=${LIVE_VERSION}`,
      surroundings,
      events: {
        ...questions(surroundings),
        opened: () => {},
        received: (text) => this.#received(JSON.parse(text) as ServerMessage),
        lost: () => this.#lost(),
        refused: (code) => {
          this.#answerAll()
          this.#show({ status: { kind: 'refused', code } })
        },
        isOverdue: () => [...this.#asked.values()].some(({ at }) => this.#now() - at > OVERDUE_MS),
      },
    })
    void this.#recall()
    this.#connection.connect()
  }

  readonly view = (): LiveView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  command(command: Command): Promise<Outcome> {
    const revision = this.#view.model?.state.revision ?? 0
    return this.#ask((request) => ({ type: 'command', request, revision, command }))
  }

  /** The speaker's place: shown here at once, the others are told by the server. */
  place(place: TextPlace): void {
    const { model } = this.#view
    if (model === null) return
    const mine: SpeakerPlace = { ...place, person: model.you.person, anchor: null }
    this.#show({ model: { ...model, place: mine } })
    this.#send({ type: 'place', anchor: null, ...place })
  }

  whereabouts(whereabouts: OwnWhereabouts): void {
    const last = this.#whereabouts
    const same =
      last?.following === whereabouts.following && last.section === whereabouts.section && last.writing === whereabouts.writing
    if (same) return
    this.#whereabouts = whereabouts
    if (this.#view.status.kind === 'live') this.#send({ type: 'whereabouts', ...whereabouts })
  }

  writeLine(line: LineInput): void {
    this.#write({ kind: 'line', line })
  }

  tickReply(person: PersonId, given: boolean): void {
    this.#write({ kind: 'reply', person, given })
  }

  /** Its writer has seen that the server will not have it. */
  dismiss({ key }: Unsent): void {
    this.#show({ unsent: this.#view.unsent.filter((one) => one.key !== key) })
    void this.#forget(key)
  }

  close(): void {
    this.#cancelRetry?.()
    this.#connection.stop()
    this.#answerAll()
    this.#listeners.clear()
  }

  #received(message: ServerMessage): void {
    const model = received(this.#view.model, message, this.#now())
    if (message.type === 'welcome') {
      this.#connection.succeeded()
      this.#show({ model, status: { kind: 'live' } })
      if (this.#whereabouts !== null) this.#send({ type: 'whereabouts', ...this.#whereabouts })
      this.#sendUnsent()
    } else if (message.type === 'done' || message.type === 'refused') {
      this.#asked.get(message.request)?.answer(message.type === 'done' ? 'done' : message.why)
      this.#asked.delete(message.request)
    } else this.#show({ model })
  }

  #lost(): void {
    this.#answerAll()
    const { status } = this.#view
    if (status.kind !== 'offline') this.#show({ status: { kind: 'offline', since: this.#now() } })
  }

  #write(entry: UnsentEntry): void {
    this.#show({ unsent: withUnsent(this.#view.unsent, entry) })
    void this.#keep(entry)
    void this.#sendOne(entry)
  }

  #sendUnsent(): void {
    for (const { entry, refused } of this.#view.unsent) if (refused === null) void this.#sendOne(entry)
  }

  async #sendOne(entry: UnsentEntry): Promise<void> {
    const outcome = await this.#ask((request) =>
      entry.kind === 'line'
        ? { type: 'line', request, line: entry.line }
        : { type: 'reply', request, person: entry.person, given: entry.given },
    )
    if (outcome === 'offline') return
    if (outcome === 'unavailable') {
      this.#cancelRetry?.()
      this.#cancelRetry = this.#surroundings.clock.after(RETRY_MS, () => this.#sendUnsent())
      return
    }
    const before = this.#view.unsent
    const unsent = outcome === 'done' ? withoutSent(before, entry) : withRefused(before, entry, outcome)
    this.#show({ unsent })
    for (const { key } of before) if (!unsent.some((one) => one.key === key)) void this.#forget(key)
  }

  #ask(make: (request: string) => ClientMessage): Promise<Outcome> {
    if (this.#view.status.kind !== 'live') return Promise.resolve('offline')
    this.#requests += 1
    const request = String(this.#requests)
    return new Promise((resolve) => {
      this.#asked.set(request, { at: this.#now(), answer: resolve })
      this.#send(make(request))
    })
  }

  /** Nobody will answer any more: the line stays unsent, the command was perhaps heard, and the next welcome shows it. */
  #answerAll(): void {
    for (const { answer } of this.#asked.values()) answer('offline')
    this.#asked.clear()
  }

  #send(message: ClientMessage): void {
    this.#connection.send(JSON.stringify(message))
  }

  async #recall(): Promise<void> {
    try {
      const rows = await this.#surroundings.store.all(this.#options.person, this.#options.meeting)
      // What was written meanwhile is newer than what lay there.
      const left = rows.reduce<readonly Unsent[]>((queue, { entry }) => withUnsent(queue, entry), [])
      this.#show({ unsent: this.#view.unsent.reduce((queue, { entry }) => withUnsent(queue, entry), left) })
      for (const { entry } of left) void this.#sendOne(entry)
    } catch {
      this.#show({ storeFails: true })
    }
  }

  async #keep(entry: UnsentEntry): Promise<void> {
    const { person, meeting } = this.#options
    const key = this.#view.unsent.find((one) => one.entry === entry)?.key
    if (key === undefined) return
    try {
      await this.#surroundings.store.put({ person, meeting, key, entry, at: this.#now() })
      this.#show({ storeFails: false })
      // Answered while it was being written.
      if (!this.#view.unsent.some((one) => one.key === key)) await this.#forget(key)
    } catch {
      this.#show({ storeFails: true })
    }
  }

  async #forget(key: string): Promise<void> {
    const { person, meeting } = this.#options
    await this.#surroundings.store.remove(person, meeting, key).catch(() => undefined)
  }

  #show(change: Partial<LiveView>): void {
    const next = { ...this.#view, ...change }
    const { model, unsent } = next
    const record = model === null ? NOTHING : model.record
    const isUnchanged = model?.record === this.#view.model?.record && unsent === this.#view.unsent
    this.#view = { ...next, record: isUnchanged ? this.#view.record : withWaiting(record, unsent, this.#options.person) }
    for (const listener of this.#listeners) listener()
  }

  #now(): number {
    return this.#surroundings.clock.now()
  }
}
