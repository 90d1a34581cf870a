/** One page as a server sees it: connects, syncs, writes, listens. It holds no document of its own; it knows the base document's bytes. */
import { SYNC } from '../../shared/wire/frames'
import type { BaseDocument } from '../text/base-document'
import { awarenessMessage, type Dialect, dialectOf, readMessage, syncMessage } from './dialect'
import { BenchSocket } from './socket'
import type { Target } from './target'

const NO_STATE = new Uint8Array([0])
const SYNC_LIMIT_MS = 60_000

export interface BenchClientOptions {
  target: Target
  room: string
  base: BaseDocument
  /** Begins with nothing instead of the base document. */
  isNew?: boolean
  /** Said with the first sync message. */
  presence?: Uint8Array
  onUpdate?(update: Uint8Array): void
  onAwareness?(update: Uint8Array): void
  /** So many of the writes made with `write` are on disk. */
  onAck?(writes: number): void
  onPong?(): void
  /** Another person's session than the target's own. */
  cookie?: string
}

export class BenchClient {
  readonly #options: BenchClientOptions
  readonly #dialect: Dialect
  readonly #socket: BenchSocket
  readonly #synced: Promise<void>
  #settle: (error?: Error) => void = () => undefined
  /** Writes sent for the sake of the protocol, before the counted ones. */
  #uncounted = 0
  closedWith: number | null = null

  constructor(options: BenchClientOptions) {
    this.#options = options
    const { target, room } = options
    this.#dialect = dialectOf(target.dialect, room)
    this.#synced = new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(new Error(`no sync in ${room}`)), SYNC_LIMIT_MS)
      this.#settle = (error) => {
        clearTimeout(timer)
        if (error === undefined) resolve()
        else reject(error)
      }
    })
    // Whoever does not wait for it finds out by `closedWith`.
    this.#synced.catch(() => undefined)
    this.#socket = new BenchSocket({
      port: target.port,
      path: this.#dialect.path,
      cookie: options.cookie ?? target.cookie,
      onOpen: () => this.#opened(),
      onPong: () => options.onPong?.(),
      onMessage: (message) => this.#receive(message),
      onClose: (code) => {
        this.closedWith = code
        this.#settle(new Error(`closed with ${code}`))
      },
    })
  }

  /** The server has said all it knows. */
  get synced(): Promise<void> {
    return this.#synced
  }

  write(update: Uint8Array): void {
    this.#socket.send(syncMessage(this.#dialect, SYNC.update, update))
  }

  say(awareness: Uint8Array): void {
    this.#socket.send(awarenessMessage(this.#dialect, awareness))
  }

  ping(): void {
    this.#socket.ping()
  }

  stopReading(): void {
    this.#socket.stopReading()
  }

  end(): void {
    this.#socket.destroy()
  }

  #opened(): void {
    const { base, isNew = false, presence } = this.#options
    if (this.#dialect.greeting !== null) this.#socket.send(this.#dialect.greeting)
    if (!this.#dialect.syncs) {
      this.#settle()
      return
    }
    this.#socket.send(syncMessage(this.#dialect, SYNC.step1, isNew ? NO_STATE : base.stateVector))
    if (presence !== undefined) this.say(presence)
  }

  #receive(message: Uint8Array): void {
    const incoming = readMessage(this.#dialect, message)
    const { onUpdate, onAwareness, onAck } = this.#options
    switch (incoming?.kind) {
      case 'step1':
        this.#answer(incoming.payload)
        return
      case 'step2':
        if (incoming.payload.length > 2) onUpdate?.(incoming.payload)
        this.#settle()
        return
      case 'update':
        onUpdate?.(incoming.payload)
        return
      case 'awareness':
        onAwareness?.(incoming.payload)
        return
      case 'ack':
        onAck?.(incoming.writes - this.#uncounted)
    }
  }

  /** As y-protocols does: what the server lacks, and all deletions whatever it has. */
  #answer(stateVector: Uint8Array): void {
    const { base, isNew = false } = this.#options
    const serverHasNothing = stateVector.length <= 1
    const update = isNew ? new Uint8Array([0, 0]) : serverHasNothing ? base.state : base.deletions
    this.#uncounted += 1
    this.#socket.send(syncMessage(this.#dialect, SYNC.step2, update))
  }
}
