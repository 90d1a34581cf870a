/** How often one address may say a wrong code: eight characters are not guessed at this pace. */
import type { Clock } from '../platform/clock'
import { RateLimit } from '../platform/rate-limit'

/** Beyond this many addresses the oldest is forgotten. */
const MAX_ADDRESSES = 10_000

export class WrongCodes {
  readonly #clock: Clock
  readonly #perMinute: number
  readonly #addresses = new Map<string, RateLimit>()

  constructor({ clock, perMinute }: { clock: Clock; perMinute: number }) {
    this.#clock = clock
    this.#perMinute = perMinute
  }

  areTooMany(address: string): boolean {
    return this.#addresses.get(address)?.isExhausted(this.#clock.now()) ?? false
  }

  count(address: string): void {
    const now = this.#clock.now()
    const limit = this.#addresses.get(address) ?? new RateLimit({ perSecond: this.#perMinute / 60, burst: this.#perMinute, now })
    limit.take(now)
    this.#addresses.delete(address)
    this.#addresses.set(address, limit)
    const [oldest] = this.#addresses.keys()
    if (this.#addresses.size > MAX_ADDRESSES && oldest !== undefined) this.#addresses.delete(oldest)
  }
}
