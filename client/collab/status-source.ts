/**
 * The session's status as something to read and subscribe to: the same object until it says something else, and listeners told
 * once per frame, since each keystroke passes through "saving" and back.
 */
import type { LeftBehind } from './left-behind'
import type { Pending } from './pending'
import type { Provider } from './provider'
import type { Status } from './status'
import { statusOf } from './status-of'
import type { Surroundings } from './surroundings'

export interface StatusSourceOptions {
  provider: Provider
  pending: Pending
  leftBehind: LeftBehind
  surroundings: Surroundings
  wasSynced(): boolean
}

export class StatusSource {
  readonly #options: StatusSourceOptions
  readonly #listeners = new Set<() => void>()
  #last: { status: Status; text: string } | null = null
  /** What the listeners have seen. */
  #told: Status | null = null
  #telling = false
  #endGuard: (() => void) | null = null

  constructor(options: StatusSourceOptions) {
    this.#options = options
  }

  get(): Status {
    const status = this.#compute()
    const text = JSON.stringify(status)
    if (this.#last?.text !== text) this.#last = { status, text }
    return this.#last.status
  }

  subscribe(listener: () => void): () => void {
    this.#told ??= this.get()
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(): void {
    this.#guardUnload()
    if (this.#telling || this.#listeners.size === 0) return
    this.#telling = true
    this.#options.surroundings.nextFrame(() => {
      this.#telling = false
      const now = this.get()
      if (now === this.#told) return
      this.#told = now
      for (const listener of this.#listeners) listener()
    })
  }

  stop(): void {
    this.#endGuard?.()
    this.#endGuard = null
    this.#listeners.clear()
  }

  #compute(): Status {
    const { provider, pending, leftBehind, surroundings, wasSynced } = this.#options
    return statusOf({
      ...provider.state,
      now: surroundings.clock.now(),
      online: surroundings.network.online(),
      wasSynced: wasSynced(),
      isUnsaved: provider.isGathering || !pending.isEmpty || (provider.mayWrite && leftBehind.edits > 0),
      localStoreFails: pending.storeFails,
      edits: pending.kept + leftBehind.edits,
      atRisk: pending.atRisk + (provider.isGathering ? 1 : 0),
    })
  }

  /** Asks before closing only while something is neither with the server nor in the store: such a page is never cached. */
  #guardUnload(): void {
    const { provider, pending, surroundings } = this.#options
    const needed = provider.isGathering || pending.atRisk > 0
    if (needed === (this.#endGuard !== null)) return
    if (needed) {
      this.#endGuard = surroundings.page.guardUnload()
    } else {
      this.#endGuard?.()
      this.#endGuard = null
    }
  }
}
