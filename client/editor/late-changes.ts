/**
 * A change that was made while one composed may arrive when the word is already written. For a moment after a composition its
 * words are watched and, if such a change tears them from their place, put back like those of a composition still held. What
 * somebody takes away on purpose stays away.
 */
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { isThere, type OwnText } from './own-text'
import { rescue } from './rescue'

/** Longer than a change travels, shorter than anybody needs to see a word and take it away on purpose. */
const WATCH_MS = 1_000

export class LateChanges {
  private texts: readonly OwnText[] = []
  private until = 0

  constructor(
    private readonly view: EditorView,
    private readonly doc: Y.Doc,
  ) {}

  watch(texts: readonly OwnText[]): void {
    this.texts = texts
    this.until = performance.now() + WATCH_MS
  }

  stop(): void {
    this.texts = []
  }

  /** After each change of the editor's document. */
  see(before: EditorState): void {
    if (this.texts.length === 0) return
    if (performance.now() > this.until) return this.stop()
    const { isChangeOrigin, isUndoRedoOperation } = ySyncPluginKey.getState(this.view.state)
    // What one deletes or takes back oneself is meant to go.
    if (!isChangeOrigin || isUndoRedoOperation) this.texts = this.texts.filter((own) => isThere(this.doc, own))
    // The binding is still in the middle of telling of the change.
    else queueMicrotask(() => this.putBack(before))
  }

  private putBack(before: EditorState): void {
    if (this.view.isDestroyed) return
    rescue(this.view, this.doc, this.texts, { before, wasSeen: true })
    // Put back or gone on purpose: each is judged once.
    this.texts = this.texts.filter((own) => isThere(this.doc, own))
  }
}
