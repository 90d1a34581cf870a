/**
 * What the others did, gathered for one animation frame and applied as one transaction: y-tiptap rebuilds its document for
 * every remote transaction, however small. While held, nothing is applied.
 */
import * as Y from 'yjs'

export interface InboxOptions {
  doc: Y.Doc
  /** Marks the transaction as not one's own. */
  origin: object
  nextFrame(run: () => void): void
  /** After each transaction. */
  onApplied(): void
}

export class Inbox {
  readonly #options: InboxOptions
  #updates: Uint8Array[] = []
  #afterwards: (() => void)[] = []
  #scheduled = false
  #held = false

  constructor(options: InboxOptions) {
    this.#options = options
  }

  add(update: Uint8Array): void {
    this.#updates.push(update)
    this.#schedule()
  }

  /** Runs `run` once everything that has come so far is applied; never within a hold. */
  afterwards(run: () => void): void {
    this.#afterwards.push(run)
    this.#schedule()
  }

  flush(): void {
    if (this.#held) return
    const updates = this.#updates
    const afterwards = this.#afterwards
    this.#updates = []
    this.#afterwards = []
    try {
      if (updates.length > 0) this.#apply(updates)
    } finally {
      for (const run of afterwards) run()
    }
  }

  hold(): void {
    this.#held = true
  }

  release(): void {
    this.#held = false
    this.flush()
  }

  #apply(updates: readonly Uint8Array[]): void {
    const { doc, origin, onApplied } = this.#options
    const applyAll = () => {
      for (const update of updates) Y.applyUpdate(doc, update, origin)
    }
    Y.transact(doc, applyAll, origin, false)
    onApplied()
  }

  #schedule(): void {
    if (this.#scheduled || this.#held) return
    this.#scheduled = true
    this.#options.nextFrame(() => {
      this.#scheduled = false
      this.flush()
    })
  }
}
