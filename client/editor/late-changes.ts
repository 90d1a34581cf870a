/**
 * What one has just written may be torn from its place by a change that was made before its author saw it: they split, joined or
 * retyped the paragraph, its text was deleted and created anew without the new words. For a moment own words are watched, and put
 * back where their neighbours meet again. What somebody takes away on purpose stays away.
 */
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { type OwnText, ownClock, ownTextSince } from './own-text'
import { rescue } from './rescue'

/** Longer than a change travels, shorter than anybody needs to see a word and take it away on purpose. */
const WATCH_MS = 1_000

export class LateChanges {
  /** Own changes of the last moment: when, and the own clock before each. */
  private written: { at: number; clock: number }[] = []
  private threatened: { texts: readonly OwnText[]; before: EditorState } | null = null
  private isAside = false

  constructor(
    private readonly view: EditorView,
    private readonly doc: Y.Doc,
  ) {
    doc.on('beforeTransaction', this.lookBefore)
    doc.on('afterTransaction', this.lookAfter)
  }

  /** Runs `work`, whose changes from elsewhere somebody else looks after. */
  aside(work: () => void): void {
    this.isAside = true
    try {
      work()
    } finally {
      this.isAside = false
    }
  }

  private readonly lookBefore = ({ local }: Y.Transaction): void => {
    if (local || this.isAside) return
    const now = performance.now()
    this.written = this.written.filter(({ at }) => now - at <= WATCH_MS)
    const [first] = this.written
    if (first === undefined) return
    const texts = ownTextSince(this.doc, first.clock)
    if (texts.length > 0) this.threatened = { texts, before: this.view.state }
  }

  private readonly lookAfter = ({ local, beforeState }: Y.Transaction): void => {
    if (local) {
      const clock = beforeState.get(this.doc.clientID) ?? 0
      if (ownClock(this.doc) > clock) this.written.push({ at: performance.now(), clock })
      return
    }
    const { threatened } = this
    this.threatened = null
    if (threatened === null) return
    const { texts, before } = threatened
    // The binding is still in the middle of telling of the change.
    queueMicrotask(() => {
      if (!this.view.isDestroyed && !this.view.composing) rescue(this.view, this.doc, texts, { before, wasSeen: true })
    })
  }

  destroy(): void {
    this.doc.off('beforeTransaction', this.lookBefore)
    this.doc.off('afterTransaction', this.lookAfter)
  }
}
