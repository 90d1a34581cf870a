/**
 * Own changes that this device keeps and the server would not take: refused, or written by another life of this page before the
 * right to write was lost. They are offered until their author puts them back or throws them away.
 */
import * as Y from 'yjs'
import type { MaterialId, PersonId } from '../../shared/ids'
import { keyOf, type LocalStore, type Row } from './idb-store'
import { isWhole, understandable } from './update-gap'

export interface SetAsideOptions {
  person: PersonId
  material: MaterialId
  store: LocalStore
  doc: Y.Doc
  /** Takes over what waits in the store. */
  putBack(): Promise<void>
}

export class SetAside {
  readonly #options: SetAsideOptions
  readonly #listeners = new Set<() => void>()
  #rows: readonly Row[] = NONE

  constructor(options: SetAsideOptions) {
    this.#options = options
  }

  /** Oldest first within each tab. The same array until it changes. */
  rows = (): readonly Row[] => this.#rows

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Reads what was refused. Only on a document that is synchronised: what the server has after all (the acknowledgement was lost)
   * is forgotten. `waiting`: not refused, but nothing that may be sent.
   */
  async look(waiting: readonly Row[]): Promise<void> {
    const { store, person, material, doc } = this.#options
    const refused = await store.refused(person, material).catch((): Row[] => [])
    const news = newIn(doc, refused)
    const known = refused.filter((row) => !news.has(row))
    if (known.length > 0) await store.discard(known.map(keyOf)).catch(() => undefined)
    this.#set([...refused.filter((row) => news.has(row)), ...waiting])
  }

  /** For good. */
  async discard(): Promise<void> {
    await this.#options.store.discard(this.#rows.map(keyOf))
    this.#set(NONE)
  }

  /** Sends them as if they had waited offline. The server may refuse them again. */
  async putBack(): Promise<void> {
    await this.#options.store.restore(this.#rows)
    this.#set(NONE)
    await this.#options.putBack()
  }

  #set(rows: readonly Row[]): void {
    if (rows.length === 0 && this.#rows.length === 0) return
    this.#rows = rows.length === 0 ? NONE : rows
    for (const listener of this.#listeners) listener()
  }
}

const NONE: readonly Row[] = []

/** Those of `rows` that hold something `doc` has not, or that cannot be understood here. */
function newIn(doc: Y.Doc, rows: readonly Row[]): Set<Row> {
  const news = new Set(rows)
  if (rows.length === 0) return news
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  let isNew = false
  copy.on('update', () => {
    isNew = true
  })
  for (const row of understandable(rows, copy)) {
    isNew = false
    Y.applyUpdate(copy, row.update)
    if (!isNew && isWhole(copy)) news.delete(row)
  }
  copy.destroy()
  return news
}
