/** A token bucket: `perSecond` sustained, `burst` at once. */
export class RateLimit {
  readonly #perMs: number
  readonly #burst: number
  #tokens: number
  #at: number

  constructor({ perSecond, burst, now }: { perSecond: number; burst: number; now: number }) {
    this.#perMs = perSecond / 1000
    this.#burst = burst
    this.#tokens = burst
    this.#at = now
  }

  /** @returns false: too frequent. */
  take(now: number): boolean {
    if (this.isExhausted(now)) return false
    this.#tokens -= 1
    return true
  }

  isExhausted(now: number): boolean {
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) * this.#perMs)
    this.#at = now
    return this.#tokens < 1
  }
}
