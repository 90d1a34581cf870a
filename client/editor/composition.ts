/**
 * Input methods (docs/decisions/0010): from compositionstart on nothing goes out and nothing comes in; shortly after
 * compositionend the finished text is written as one change, what the others did meanwhile is applied as one, and words that
 * lost their place by it are put back (`rescue.ts`).
 */
import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { getRelativeSelection, ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'
import type { Session } from '../collab/session'
import type { BindingGate } from './binding-gate'
import { COMPOSITION_SETTLED } from './changed-blocks'
import { type OwnText, ownClock, ownTextSince } from './own-text'
import { LateChanges } from './late-changes'
import { rescue } from './rescue'

/** ProseMirror reads the committed text 20 ms after compositionend. */
const SETTLE_AFTER_MS = 30
/** A composition without a sign of life for so long is flushed as it stands, and begins anew. */
const HANGING_AFTER_MS = 15_000

type State = { kind: 'idle' } | { kind: 'composing'; hold: Hold; timer: number } | { kind: 'settling'; hold: Hold; timer: number }

/** What must be remembered from the moment the network was held. */
interface Hold {
  /** Own clock in the shared document: what is newer was written under this hold. */
  clock: number
  /** Where the caret was, as undo keeps it. */
  caret: unknown
}

export interface CompositionOptions {
  session: Pick<Session, 'doc' | 'hold' | 'release'>
  gate: BindingGate
  /** Before a composition is written: what belongs to the same change. */
  beforeWriting: (view: EditorView) => void
  /** After a composition has been written and the others' changes are in: the place for what follows typed text. */
  onCommitted: (view: EditorView, own: readonly OwnText[]) => void
}

declare module '@tiptap/core' {
  interface Storage {
    composition: { controller: CompositionController | null }
  }
}

/** Ends a composition's hold at once, where a command is about to change or undo the text. */
export function settleComposition(editor: Editor): void {
  editor.storage.composition.controller?.settle()
}

export const Composition = Extension.create<CompositionOptions, { controller: CompositionController | null }>({
  name: 'composition',

  addStorage() {
    return { controller: null }
  },

  addProseMirrorPlugins() {
    const { options, storage } = this
    return [
      new Plugin({
        view: (view) => {
          const controller = new CompositionController(view, options)
          storage.controller = controller
          return {
            destroy: () => controller.destroy(),
          }
        },
      }),
    ]
  },
})

class CompositionController {
  private state: State = { kind: 'idle' }
  private readonly listening = new AbortController()
  private readonly late: LateChanges

  constructor(
    private readonly view: EditorView,
    private readonly options: CompositionOptions,
  ) {
    this.late = new LateChanges(view, options.session.doc)
    const on = (type: string, handle: (event: Event) => void) =>
      view.dom.addEventListener(type, handle, { capture: true, signal: this.listening.signal })
    on('compositionstart', () => this.begin())
    on('compositionupdate', () => this.stayAlive())
    on('compositionend', () => this.end())
    on('focusout', () => this.settle())
    on('keydown', (event) => {
      const isPartOfComposition = event instanceof KeyboardEvent && (event.isComposing || event.keyCode === 229)
      if (this.state.kind === 'settling' && !isPartOfComposition) this.settle()
    })
  }

  private begin(): void {
    if (!this.view.editable) return
    if (this.state.kind === 'idle') {
      this.hold()
      return
    }
    // The next word begins before the last one has settled: the hold goes on, the last word is a step of its own.
    window.clearTimeout(this.state.timer)
    const { hold } = this.state
    this.writeOwn(hold)
    this.undoManager().stopCapturing()
    this.options.gate.close()
    this.state = { kind: 'composing', hold: { ...hold, caret: this.caret() }, timer: this.hangingTimer() }
  }

  private hold(): void {
    this.undoManager().stopCapturing()
    readDom(this.view)
    const hold = { clock: ownClock(this.options.session.doc), caret: this.caret() }
    this.options.session.hold()
    this.options.gate.close()
    this.state = { kind: 'composing', hold, timer: this.hangingTimer() }
  }

  private stayAlive(): void {
    // A command ended the hold, the input method goes on.
    if (this.state.kind === 'idle') this.begin()
    if (this.state.kind !== 'composing') return
    window.clearTimeout(this.state.timer)
    this.state = { ...this.state, timer: this.hangingTimer() }
  }

  private end(): void {
    if (this.state.kind !== 'composing') return
    window.clearTimeout(this.state.timer)
    this.state = { kind: 'settling', hold: this.state.hold, timer: window.setTimeout(() => this.settle(), SETTLE_AFTER_MS) }
  }

  private hangingTimer(): number {
    return window.setTimeout(() => {
      this.settle()
      if (this.view.composing) this.hold()
    }, HANGING_AFTER_MS)
  }

  /** Writes what was composed, lets the others' changes in and puts own words back where they belong. */
  settle(): void {
    if (this.state.kind === 'idle') return
    const { hold, timer } = this.state
    window.clearTimeout(timer)
    this.state = { kind: 'idle' }
    const { session } = this.options
    this.writeOwn(hold)
    const own = ownTextSince(session.doc, hold.clock)
    const before = this.view.state
    this.late.aside(() => session.release(() => rescue(this.view, session.doc, own, { before, wasSeen: false })))
    this.undoManager().stopCapturing()
    if (own.length > 0) this.options.onCommitted(this.view, own)
    // Whoever waited for the shared document, the own caret's place above all, looks again.
    this.view.dispatch(this.view.state.tr.setMeta(COMPOSITION_SETTLED, true))
  }

  /** Where undo puts the caret is told here: while the gate was closed, positions could not be told to the shared document. */
  private writeOwn(hold: Hold): void {
    readDom(this.view)
    if (!this.view.composing) this.options.beforeWriting(this.view)
    const undoManager = this.undoManager()
    const binding = ySyncPluginKey.getState(this.view.state)?.binding
    const remember = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => stackItem.meta.set(binding, hold.caret)
    undoManager.on('stack-item-added', remember)
    this.options.gate.open()
    undoManager.off('stack-item-added', remember)
  }

  private caret(): unknown {
    const { state } = this.view
    return getRelativeSelection(ySyncPluginKey.getState(state).binding, state)
  }

  private undoManager(): UndoManager {
    return yUndoPluginKey.getState(this.view.state).undoManager
  }

  destroy(): void {
    this.listening.abort()
    this.late.destroy()
    if (this.state.kind === 'idle') return
    window.clearTimeout(this.state.timer)
    this.state = { kind: 'idle' }
    this.options.session.release()
  }
}

/** ProseMirror reads the page's text by itself only at the end of the turn. */
function readDom(view: EditorView): void {
  const { domObserver } = view as unknown as { domObserver: { forceFlush(): void; flush(): void } }
  domObserver.forceFlush()
  domObserver.flush()
}
