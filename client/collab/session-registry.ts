/** Open sessions of this page: split view and sidebar share one socket per material. */
import type { MaterialId, PersonId } from '../../shared/ids'
import type { Session, SessionOptions } from './session'

/** Going from one page to another that shows the same material must not close and open it. */
const KEEP_MS = 1_000

interface Entry {
  session: Session
  person: PersonId
  holders: number
  cancelClose: (() => void) | null
}

export interface Lease {
  session: Session
  release(): void
}

export interface SessionRegistryOptions {
  open(options: SessionOptions): Session
  after(delayMs: number, run: () => void): () => void
}

export class SessionRegistry {
  readonly #options: SessionRegistryOptions
  readonly #entries = new Map<string, Entry>()
  /** Left, but not yet rid of what was typed. */
  readonly #leaving = new Set<Entry>()

  constructor(options: SessionRegistryOptions) {
    this.#options = options
  }

  acquire(material: MaterialId, person: PersonId): Lease {
    const key = `${person}/${material}`
    let entry = this.#entries.get(key)
    // What was refused stays refused; who comes anew tries anew.
    if (entry === undefined || entry.session.status().kind === 'refused') {
      entry = { session: this.#options.open({ material, person }), person, holders: 0, cancelClose: null }
      this.#entries.set(key, entry)
    }
    const held = entry
    held.cancelClose?.()
    held.cancelClose = null
    held.holders += 1
    let released = false
    return {
      session: held.session,
      release: () => {
        if (released) return
        released = true
        held.holders -= 1
        if (held.holders === 0) held.cancelClose = this.#options.after(KEEP_MS, () => this.#close(key, held))
      },
    }
  }

  /** Ends everything of this person at once, also what is still leaving. */
  abandonAll(person: PersonId): void {
    for (const [key, entry] of this.#entries) {
      if (entry.person !== person) continue
      entry.cancelClose?.()
      this.#entries.delete(key)
      this.#leaving.add(entry)
    }
    for (const entry of this.#leaving) {
      if (entry.person !== person) continue
      entry.session.abandon()
      this.#leaving.delete(entry)
    }
  }

  #close(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key)
    this.#leaving.add(entry)
    void entry.session.close().then(() => this.#leaving.delete(entry))
  }
}
