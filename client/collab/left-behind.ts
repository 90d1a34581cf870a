/**
 * What other tabs left in this device's store: closed before the server had it, or still open without a network. Applying it
 * here sends it too, and since updates merge, twice is as good as once. Its rows go when the server has what they hold.
 */
import * as Y from 'yjs'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { LocalStore, Row } from './idb-store'
import type { Pending } from './pending'
import { understandable } from './update-gap'

export interface LeftBehindOptions {
  person: PersonId
  material: MaterialId
  /** Our own: its rows are not left behind. */
  tab: string
  store: LocalStore
  doc: Y.Doc
  pending: Pending
  onChange(): void
}

export class LeftBehind {
  readonly #options: LeftBehindOptions
  #rows: Row[] = []
  /** Taken over by this session; they stay in the store until acknowledged. */
  readonly #adopted = new Set<string>()

  constructor(options: LeftBehindOptions) {
    this.#options = options
  }

  /** What was found and not taken over. */
  get rows(): readonly Row[] {
    return this.#rows
  }

  /** Changes that wait to be taken over. */
  get edits(): number {
    return this.#rows.reduce((sum, { edits }) => sum + edits, 0)
  }

  /** Reads the store. Without one there is nothing left behind. */
  async look(): Promise<void> {
    const { store, person, material, tab, onChange } = this.#options
    const rows = await store.pending(person, material).catch((): Row[] => [])
    this.#rows = rows.filter((row) => row.tab !== tab && !this.#adopted.has(nameOf(row)))
    onChange()
  }

  /**
   * Applies what was found to the document and enters it in the account. Only on a document that is synchronised.
   * @returns whether there was anything.
   */
  adopt(): boolean {
    const { doc, pending } = this.#options
    // The others stay in the store: their beginning may have come by the next look.
    const rows = understandable(this.#rows, doc)
    this.#rows = []
    if (rows.length === 0) return false
    let news: Uint8Array | null = null
    const note = (update: Uint8Array, origin: unknown) => {
      if (origin === this) news = update
    }
    doc.on('update', note)
    Y.transact(
      doc,
      () => {
        for (const row of rows) Y.applyUpdate(doc, row.update, this)
      },
      this,
      false,
    )
    doc.off('update', note)
    pending.adopt(news, rows)
    for (const row of rows) this.#adopted.add(nameOf(row))
    return true
  }
}

function nameOf({ tab, n }: Row): string {
  return `${tab}/${n}`
}
