/**
 * The writing half of the wire, for one document over many connections.
 *
 * 1. On a new connection nothing of ours goes out before the server's sync step 1 is answered: the answer carries all that is
 *    pending, so the server never sees a gap.
 * 2. Every step 2 and update we send has a number, from 1 on each connection; `ack` names the last that is on disk.
 * 3. Within a hold a step 1 is answered from what stood before it, and after it once more, in full.
 */
import * as Y from 'yjs'
import { type Ability, atLeast } from '../../shared/access/ability'
import { EMPTY_UPDATE, syncStep2Frame, updateFrame } from '../../shared/wire/frames'
import { Outbox } from './outbox'
import type { Pending } from './pending'
import { buildsOn } from './update-gap'

export interface WriterOptions {
  doc: Y.Doc
  pending: Pending
  nextFrame(run: () => void): void
  send(frame: Uint8Array): void
  /** Something is pending that this person has no right to write (any more). */
  onForbidden(): void
  onChange(): void
}

/** What belongs to one connection and dies with it. */
interface Link {
  /** Told by the server; until then nobody knows what may be sent. */
  ability: Ability | null
  /** A step 1 that waits for `ability`. */
  unanswered: Uint8Array | null
  /** A step 1 was answered: updates may follow. */
  isReady: boolean
  /** What the server had when it asked. */
  serverHas: Uint8Array | null
  /** A step 1 answered within a hold, to be answered in full after it. */
  owed: Uint8Array | null
  writes: number
}

export class Writer {
  readonly #options: WriterOptions
  readonly #outbox: Outbox
  #link: Link | null = null
  #held = false

  constructor(options: WriterOptions) {
    this.#options = options
    this.#outbox = new Outbox({ nextFrame: options.nextFrame, emit: (update) => this.#emit(update) })
  }

  get ability(): Ability | null {
    return this.#link?.ability ?? null
  }

  /** Whoever may suggest writes as well: what they write, the server proves to be suggestions. */
  get mayWrite(): boolean {
    return atLeast(this.ability ?? 'none', 'suggest')
  }

  /** Nothing waits to be sent or stored. */
  get isIdle(): boolean {
    return this.#outbox.isEmpty
  }

  opened(): void {
    this.#link = { ability: null, unanswered: null, serverHas: null, isReady: false, owed: null, writes: 0 }
  }

  closed(): void {
    this.#link = null
    this.#options.pending.connectionLost()
  }

  /** An own change. */
  add(update: Uint8Array): void {
    this.#outbox.add(update)
  }

  flush(): void {
    this.#outbox.flush()
  }

  allow(ability: Ability): void {
    if (this.#link === null) return
    this.#link.ability = ability
    this.#answer(this.#link)
  }

  answerStep1(stateVector: Uint8Array): void {
    if (this.#link === null) return
    this.#link.unanswered = stateVector
    this.#answer(this.#link)
  }

  /** Sends what has not been sent on this connection, as one update. */
  sendUnsent(): void {
    const link = this.#link
    if (!link?.isReady || link.owed !== null || this.#held) return
    const unsent = this.#options.pending.unsent()
    const [only] = unsent
    if (only) this.#write(updateFrame(unsent.length === 1 ? only : Y.mergeUpdates(unsent)), link)
  }

  /**
   * Sends what was written before this connection by another life of this page, as the answer to the server's step 1 once more:
   * so it is taken as what it is, old, and races it lost meanwhile are mended (W11).
   */
  sendWhole(): void {
    const link = this.#link
    if (!link?.isReady || link.owed !== null || this.#held || link.serverHas === null) return
    if (this.#options.pending.unsent().length === 0) return
    this.#write(syncStep2Frame(Y.encodeStateAsUpdate(this.#options.doc, link.serverHas)), link)
  }

  hold(): void {
    this.#outbox.hold()
    this.#held = true
  }

  release(): void {
    this.#held = false
    this.#outbox.release()
    const link = this.#link
    if (link === null || link.owed === null) return
    const update = Y.encodeStateAsUpdate(this.#options.doc, link.owed)
    link.owed = null
    this.#write(syncStep2Frame(update), link)
  }

  #emit(update: Uint8Array): void {
    this.#options.pending.add(update)
    if (this.#isForbidden()) this.#options.onForbidden()
    else this.sendUnsent()
    this.#options.onChange()
  }

  #isForbidden(): boolean {
    return this.ability !== null && !this.mayWrite && !this.#options.pending.isEmpty
  }

  #answer(link: Link): void {
    this.#outbox.flush()
    if (this.#isForbidden()) {
      this.#options.onForbidden()
      return
    }
    const { unanswered } = link
    if (unanswered === null || link.ability === null) return
    link.unanswered = null
    link.serverHas = unanswered
    link.isReady = true
    if (!this.mayWrite) this.#writeNothing(link)
    else if (this.#held) this.#answerFromBeforeTheHold(unanswered, link)
    else this.#write(syncStep2Frame(Y.encodeStateAsUpdate(this.#options.doc, unanswered)), link)
  }

  /** The document holds the composition already; the account of pending changes does not yet. */
  #answerFromBeforeTheHold(stateVector: Uint8Array, link: Link): void {
    link.owed = stateVector
    const unsent = this.#options.pending.unsent()
    const update = unsent.length > 0 ? Y.mergeUpdates(unsent) : EMPTY_UPDATE
    if (buildsOn(update, Y.decodeStateVector(stateVector))) this.#write(syncStep2Frame(update), link)
    else this.#writeNothing(link)
  }

  #write(frame: Uint8Array, link: Link): void {
    link.writes += 1
    this.#options.pending.carriedBy(link.writes)
    this.#options.send(frame)
  }

  /** An answer that carries none of what is pending; it counts all the same. */
  #writeNothing(link: Link): void {
    link.writes += 1
    this.#options.send(syncStep2Frame(EMPTY_UPDATE))
  }
}
