/**
 * Speaks the wire (docs/wire.md) for one document: takes the frames apart, hands each to the part that knows what to do, and
 * keeps the order. While held, nothing goes out and nothing comes in. Text goes before presence, so that a caret never points
 * at letters the others do not have.
 */
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Ability } from '../../shared/access/ability'
import { CLOSE, type CloseCode } from '../../shared/wire/close-codes'
import { awarenessFrame, EMPTY_UPDATE, MESSAGE, syncStep1Frame } from '../../shared/wire/frames'
import { Connection } from '../net/connection'
import { Inbox } from './inbox'
import { type Incoming, readFrame } from './incoming'
import type { Pending } from './pending'
import { PresenceChannel } from './presence-channel'
import type { Surroundings } from './surroundings'
import { metered, type Traffic } from './traffic'
import { Writer } from './writer'

/** Asking again for what an update builds on, at most this often. */
const RESYNC_EVERY_MS = 5_000
/** The question a server always answers (W6). A bare message kind: small enough to be its own variable-length number. */
const QUERY_AWARENESS = Uint8Array.of(MESSAGE.queryAwareness)
/** The server would not take these changes the next time either. */
const REFUSES_THE_CHANGES: readonly CloseCode[] = [CLOSE.refusedChange, CLOSE.tooLarge, CLOSE.malformed]

export interface ProviderOptions {
  /** Of the socket, with its query. */
  path: string
  doc: Y.Doc
  awareness: Awareness
  pending: Pending
  surroundings: Surroundings
  /** The server's answer on a connection is complete and applied. */
  onSynced(): void
  /** Something `state` tells has changed. */
  onChange(): void
}

export interface ProviderState {
  isOpen: boolean
  /** Since when there is no connection that synchronised; null: there is one, or no attempt has failed yet. Unix ms. */
  downSince: number | null
  isSynced: boolean
  ability: Ability | null
  refused: CloseCode | null
  /** When a change of ours was last acknowledged. Unix ms. */
  savedAt: number | null
  serverDiskFails: boolean
}

export class Provider {
  readonly #options: ProviderOptions
  readonly traffic: Traffic = { framesIn: 0, framesOut: 0, bytesIn: 0, bytesOut: 0 }
  readonly #connection: Connection<Uint8Array>
  readonly #writer: Writer
  readonly #inbox: Inbox
  readonly #presence: PresenceChannel
  #held = false
  #isSynced = false
  #serverDiskFails = false
  #downSince: number | null = null
  #refused: CloseCode | null = null
  #savedAt: number | null = null
  #resyncAt = 0

  constructor(options: ProviderOptions) {
    this.#options = options
    const { path, doc, awareness, pending, surroundings, onChange } = options
    const { clock, nextFrame } = surroundings
    this.#connection = new Connection({
      path,
      surroundings: { ...surroundings, openSocket: metered(surroundings.openSocket, this.traffic) },
      events: {
        opened: () => this.#opened(),
        received: (frame) => this.#received(frame),
        lost: () => this.#lost(),
        refused: (code) => this.#refuse(code),
        atStake: () => !this.#isSynced || pending.awaitsAck,
        isOverdue: () => false,
        ask: () => this.#connection.send(QUERY_AWARENESS),
      },
    })
    const send = (frame: Uint8Array) => this.#connection.send(frame)
    const onForbidden = () => this.#refuse(CLOSE.refusedChange)
    this.#writer = new Writer({ doc, pending, nextFrame, send, onForbidden, onChange })
    this.#inbox = new Inbox({ doc, origin: this, nextFrame, onApplied: () => this.#askForMissing() })
    this.#presence = new PresenceChannel({
      awareness,
      origin: this,
      clock,
      nextFrame,
      send: (update) => {
        this.#writer.flush()
        send(awarenessFrame(update))
      },
    })
  }

  get state(): ProviderState {
    return {
      isOpen: this.#connection.isOpen,
      downSince: this.#downSince,
      isSynced: this.#isSynced,
      ability: this.#writer.ability,
      refused: this.#refused,
      savedAt: this.#savedAt,
      serverDiskFails: this.#serverDiskFails,
    }
  }

  get mayWrite(): boolean {
    return this.#writer.mayWrite
  }

  /** Own changes that are not yet in the account of pending ones: gathering for a frame, or held. */
  get isGathering(): boolean {
    return !this.#writer.isIdle
  }

  connect(): void {
    this.#connection.connect()
  }

  write(update: Uint8Array): void {
    this.#writer.add(update)
  }

  /** Own changes leave now; the page may be about to close. */
  flush(): void {
    this.#writer.flush()
  }

  /** Pending changes came from elsewhere. */
  sendWhole(): void {
    this.#writer.sendWhole()
  }

  /** Runs `run` when everything that has come is applied, never within a hold. */
  afterwards(run: () => void): void {
    this.#inbox.afterwards(run)
  }

  hold(): void {
    if (this.#held) return
    this.#held = true
    this.#writer.hold()
    this.#inbox.hold()
    this.#presence.hold()
  }

  release(between?: () => void): void {
    if (!this.#held) return
    this.#held = false
    try {
      this.#writer.release()
      this.#inbox.release()
      between?.()
      this.#writer.flush()
    } finally {
      this.#presence.release()
    }
  }

  stop(): void {
    this.#presence.stop()
    this.#connection.stop()
  }

  #opened(): void {
    this.#writer.opened()
    this.#connection.send(syncStep1Frame(Y.encodeStateVector(this.#options.doc)))
    this.#presence.opened()
    this.#options.onChange()
  }

  #lost(): void {
    this.#downSince ??= this.#options.surroundings.clock.now()
    this.#endLink()
    this.#options.onChange()
  }

  #refuse(code: CloseCode): void {
    this.#refused = code
    this.stop()
    this.#endLink()
    this.#writer.flush()
    if (REFUSES_THE_CHANGES.includes(code)) this.#options.pending.setAside()
    this.#options.onChange()
  }

  #endLink(): void {
    this.#isSynced = false
    this.#serverDiskFails = false
    this.#resyncAt = 0
    this.#writer.closed()
    this.#presence.closed()
  }

  #received(frame: Uint8Array): void {
    let incoming: Incoming
    try {
      incoming = readFrame(frame)
    } catch {
      // Half a message says that the stream cannot be trusted: a new connection starts from a whole state.
      this.#connection.drop()
      return
    }
    this.#take(incoming)
  }

  #take(incoming: Incoming): void {
    switch (incoming.kind) {
      case 'step1':
        this.#writer.answerStep1(incoming.stateVector)
        return
      case 'update':
        if (incoming.update.byteLength > EMPTY_UPDATE.byteLength) this.#inbox.add(incoming.update)
        if (incoming.completes) this.#synced()
        return
      case 'awareness':
        this.#presence.receive(incoming.update)
        return
      case 'queryAwareness':
        this.#presence.answer()
        return
      case 'ack':
        if (this.#options.pending.acknowledge(incoming.ack.writes)) this.#savedAt = this.#options.surroundings.clock.now()
        break
      case 'access':
        this.#writer.allow(incoming.ability)
        break
      case 'notice':
        if (incoming.notice !== 'shutting-down') this.#serverDiskFails = incoming.notice === 'save-failing'
        break
      case 'unknown':
        return
    }
    this.#options.onChange()
  }

  #synced(): void {
    if (this.#isSynced) return
    this.#isSynced = true
    this.#downSince = null
    this.#connection.succeeded()
    this.#inbox.afterwards(this.#options.onSynced)
    // The first time nobody is looking yet: no frame to wait for.
    this.#inbox.flush()
    this.#options.onChange()
  }

  /** Something came that builds on what has not come. */
  #askForMissing(): void {
    const { doc, surroundings } = this.#options
    if (doc.store.pendingStructs === null || !this.#isSynced) return
    const now = surroundings.clock.now()
    if (now - this.#resyncAt < RESYNC_EVERY_MS) return
    this.#resyncAt = now
    this.#connection.send(syncStep1Frame(Y.encodeStateVector(doc)))
  }
}
