/** So many requests a minute from one address: a bucket that refills evenly. In memory; a restart forgives. */
import { AppError } from '../../shared/errors'
import type { Clock } from '../platform/clock'

const MINUTE_MS = 60_000
/** Beyond this many addresses the full buckets are forgotten. */
const MAX_ADDRESSES = 10_000

export class RateLimit {
  readonly #clock: Clock
  readonly #perMinute: number
  readonly #buckets = new Map<string, { left: number; at: number }>()

  constructor({ clock, perMinute }: { clock: Clock; perMinute: number }) {
    this.#clock = clock
    this.#perMinute = perMinute
  }

  /** Counts one, or throws TOO_FREQUENT with the seconds to wait. */
  take(address: string): void {
    const now = this.#clock.now()
    const left = this.#leftAt(address, now)
    if (left < 1) {
      const seconds = Math.ceil(((1 - left) * MINUTE_MS) / this.#perMinute / 1000)
      throw new AppError('TOO_FREQUENT', 'Too many attempts from one address', { seconds })
    }
    if (this.#buckets.size >= MAX_ADDRESSES) this.#forgetFull(now)
    this.#buckets.set(address, { left: left - 1, at: now })
  }

  #leftAt(address: string, now: number): number {
    const bucket = this.#buckets.get(address)
    if (bucket === undefined) return this.#perMinute
    return Math.min(this.#perMinute, bucket.left + ((now - bucket.at) / MINUTE_MS) * this.#perMinute)
  }

  #forgetFull(now: number): void {
    for (const address of this.#buckets.keys()) if (this.#leftAt(address, now) >= this.#perMinute) this.#buckets.delete(address)
  }
}
