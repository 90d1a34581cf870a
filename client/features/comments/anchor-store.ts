/**
 * The anchors of one editor's text, kept in step with it: moved along at each change, read anew when writing pauses. The list of
 * ids changes only when an anchor comes, goes or changes its place among the others.
 */
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { type Anchor, anchorsIn } from './anchors-in'

const READ_AFTER_MS = 150

export class AnchorStore {
  readonly #editor: Editor
  readonly #listeners = new Set<() => void>()
  #anchors: Map<string, Anchor>
  #ids: readonly string[]
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(editor: Editor) {
    this.#editor = editor
    this.#anchors = anchorsIn(editor.state.doc)
    this.#ids = [...this.#anchors.keys()]
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) {
      this.#editor.on('transaction', this.#follow)
      this.#read()
    }
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#editor.off('transaction', this.#follow)
      if (this.#timer !== null) clearTimeout(this.#timer)
      this.#timer = null
    }
  }

  /** In the order of the text. */
  readonly getSnapshot = (): readonly string[] => this.#ids

  of(id: string): Anchor | null {
    return this.#anchors.get(id) ?? null
  }

  #follow = ({ transaction }: { transaction: Transaction }): void => {
    if (!transaction.docChanged) return
    for (const anchor of this.#anchors.values()) {
      anchor.from = transaction.mapping.map(anchor.from, 1)
      anchor.to = Math.max(anchor.from, transaction.mapping.map(anchor.to, -1))
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#read()
    }, READ_AFTER_MS)
  }

  #read(): void {
    if (this.#editor.isDestroyed) return
    this.#anchors = anchorsIn(this.#editor.state.doc)
    const ids = [...this.#anchors.keys()]
    if (ids.length === this.#ids.length && ids.every((id, index) => id === this.#ids[index])) return
    this.#ids = ids
    for (const listener of this.#listeners) listener()
  }
}
