/**
 * When a room sends, and what: committed updates gathered into one for everyone. A quiet room is flushed at once, a busy one once a
 * window (leading edge): a single writer feels no delay, many writers cost one frame a window and reader.
 */
import type { Clock } from '../platform/clock'
import { mergeUpdates } from '../../shared/updates/merge-updates'
import type { ReadUpdate } from '../../shared/updates/read-update'

export interface OutboxOptions<Writer> {
  clock: Clock
  windowMs: number
  /** `update`: null if there is none. `soleWriter`: everything in it is theirs, they need no echo. */
  send(update: Uint8Array | null, soleWriter: Writer | null): void
}

export class Outbox<Writer extends object> {
  readonly #options: OutboxOptions<Writer>
  #updates: ReadUpdate[] = []
  /** The only writer since the last flush; null: several, or the server. */
  #writer: Writer | null = null
  #lastFlush = Number.NEGATIVE_INFINITY
  #cancel: (() => void) | null = null

  constructor(options: OutboxOptions<Writer>) {
    this.#options = options
  }

  add(update: ReadUpdate, writer: Writer | null): void {
    this.#writer = this.#updates.length === 0 || this.#writer === writer ? writer : null
    this.#updates.push(update)
    this.schedule()
  }

  /** There is something to be sent, even if it is no update. */
  schedule(): void {
    if (this.#cancel !== null) return
    const { clock, windowMs } = this.#options
    // A machine's clock that was set back must not hold anything up.
    const wait = Math.min(this.#lastFlush + windowMs - clock.now(), windowMs)
    // Zero still waits for the turn to end: what one commit brought goes out as one.
    this.#cancel = clock.after(Math.max(0, wait), () => this.flush())
  }

  flush(): void {
    this.#cancel?.()
    this.#cancel = null
    const updates = this.#updates
    this.#updates = []
    this.#lastFlush = this.#options.clock.now()
    this.#options.send(updates.length === 0 ? null : mergeUpdates(updates), this.#writer)
  }
}
