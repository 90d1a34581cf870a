/**
 * Own changes on their way out. A single keystroke goes at once (end of the task, so that several transactions of one command
 * are one message); more within the same frame wait for its end. While held, nothing leaves.
 */
import * as Y from 'yjs'

export interface OutboxOptions {
  nextFrame(run: () => void): void
  /** Takes what gathered, as one update. */
  emit(update: Uint8Array): void
}

export class Outbox {
  readonly #options: OutboxOptions
  #gathered: Uint8Array[] = []
  #scheduled = false
  /** Something left within this frame. */
  #cooling = false
  #held = false

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  get isEmpty(): boolean {
    return this.#gathered.length === 0
  }

  add(update: Uint8Array): void {
    this.#gathered.push(update)
    if (this.#held || this.#scheduled || this.#cooling) return
    this.#scheduled = true
    queueMicrotask(() => {
      this.#scheduled = false
      this.flush()
    })
  }

  flush(): void {
    if (this.#held || this.#gathered.length === 0) return
    const updates = this.#gathered
    this.#gathered = []
    this.#cool()
    const [only] = updates
    this.#options.emit(updates.length === 1 && only ? only : Y.mergeUpdates(updates))
  }

  hold(): void {
    this.flush()
    this.#held = true
  }

  release(): void {
    this.#held = false
    this.flush()
  }

  #cool(): void {
    if (this.#cooling) return
    this.#cooling = true
    this.#options.nextFrame(() => {
      this.#cooling = false
      this.flush()
    })
  }
}
