/** Something that changes often and is told at most once a window: at once when quiet, and then the latest. */
import type { Clock } from '../platform/clock'

export class Window {
  readonly #clock: Clock
  readonly #windowMs: number
  readonly #flush: () => void
  #lastFlush = Number.NEGATIVE_INFINITY
  #cancel: (() => void) | null = null

  constructor({ clock, windowMs, flush }: { clock: Clock; windowMs: number; flush: () => void }) {
    this.#clock = clock
    this.#windowMs = windowMs
    this.#flush = flush
  }

  /** There is something new to tell. */
  touch(): void {
    if (this.#cancel !== null) return
    const wait = Math.max(0, this.#lastFlush + this.#windowMs - this.#clock.now())
    this.#cancel = this.#clock.after(wait, () => {
      this.#cancel = null
      this.#lastFlush = this.#clock.now()
      this.#flush()
    })
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }
}
