/**
 * Guessing a password is slow: after some failures in a row the username is locked for a while. Unknown usernames are locked just the
 * same, so that a locked one says nothing about who exists. An attempt is counted before the password is looked at:
 * a hundred guesses sent at once are a hundred failures, not one.
 */
import { AppError } from '../../shared/errors'
import type { Clock } from '../platform/clock'
import type { Records } from '../ports/records'

export interface LockoutOptions {
  records: Records
  clock: Clock
  failures: number
  minutes: number
}

export class Lockout {
  readonly #options: LockoutOptions
  readonly #lockMs: number

  constructor(options: LockoutOptions) {
    this.#options = options
    this.#lockMs = options.minutes * 60_000
  }

  /** Counts one attempt, or throws LOCKED_OUT. @returns how many are left should it fail. */
  attempt(username: string): Promise<number> {
    return this.#options.records.transaction(async ({ lockouts }) => {
      const now = this.#options.clock.now()
      const record = await lockouts.get(username)
      if (record?.lockedUntil && record.lockedUntil > now) {
        const minutes = Math.ceil((record.lockedUntil - now) / 60_000)
        throw new AppError('LOCKED_OUT', 'Too many failures', { minutes })
      }
      const forgotten = record === null || record.lockedUntil !== null || now - record.lastFailureAt >= this.#lockMs
      const failures = forgotten ? 1 : record.failures + 1
      const left = Math.max(0, this.#options.failures - failures)
      await lockouts.save({ username, failures, lastFailureAt: now, lockedUntil: left === 0 ? now + this.#lockMs : null })
      return left
    })
  }

  async succeeded(username: string): Promise<void> {
    await this.#options.records.lockouts.clear(username)
  }

  async sweep(): Promise<void> {
    await this.#options.records.lockouts.sweep(this.#options.clock.now() - this.#lockMs)
  }
}
