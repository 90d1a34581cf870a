/**
 * Suggesting mode: each own change is rewritten into its proposal before it is applied. What arrives, and what undo and redo
 * give back, is never rewritten; nor is anything while an input method composes (`composing.ts` prepares that).
 */
import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import type { PersonId } from '../../../shared/ids'
import { newSuggestionId } from '../../../shared/suggestions/proposal'
import { COMPOSITION_SETTLED } from '../changed-blocks'
import { CardsStore, stepCard } from './cards-store'
import { prepareEditing, prepareSuggesting } from './composing'
import { draftersIn, keepsDrafters } from './drafted-sections'
import { litText, suggestionAt } from './lit-text'
import { plainTyping } from './plain-typing'
import type { Proposer } from './proposer'
import { PROPOSES, rewrite } from './rewrite'
import { changeOf, isSuggesting, mustSuggest, type SuggestingState, suggestingKey, suggestingState } from './suggesting-state'

export interface SuggestingOptions {
  /** Who signs; null: nobody can suggest here. */
  person: PersonId | null
}

export const Suggesting = Extension.create<SuggestingOptions, { store: CardsStore }>({
  name: 'suggesting',
  // After `composition`: what is prepared for an input method is written together with what it composes.
  priority: 90,

  addOptions() {
    return { person: null }
  },

  addStorage() {
    return { store: new CardsStore() }
  },

  dispatchTransaction({ transaction, next }) {
    const { editor } = this
    if (!transaction.docChanged || isAsItShouldBe(transaction) || editor.view.composing) return next(transaction)
    const proposer = mustSuggest(transaction, editor.state) ? proposerOf(editor) : null
    if (proposer === null) {
      if (altersDrafters(transaction, editor.state)) editor.emit('suggestionRefused', { reason: 'drafted' })
      else next(plainTyping(transaction, editor.state))
      return
    }
    const result = rewrite(transaction, editor.state, proposer)
    if ('tr' in result) inSteps(result.tr, () => editor.state, next)
    else editor.emit('suggestionRefused', { reason: result.refused })
  },

  addKeyboardShortcuts() {
    const step = (direction: 1 | -1) => () => stepCard(this.editor, direction)
    return { F8: step(1), 'Shift-F8': step(-1), 'Alt-ArrowDown': step(1), 'Alt-ArrowUp': step(-1) }
  },

  addProseMirrorPlugins() {
    const { editor, options, storage } = this
    const initial = (): SuggestingState => ({
      person: options.person,
      mode: 'edit',
      view: 'marks',
      held: false,
      active: null,
      lit: DecorationSet.empty,
      replaced: null,
    })
    return [
      new Plugin<SuggestingState>({
        key: suggestingKey,
        state: { init: initial, apply: nextState },
        // Nothing but proposals: also what a plugin appends by itself.
        filterTransaction: (tr, state) =>
          !tr.docChanged || isAsItShouldBe(tr) || editor.view.composing || !(mustSuggest(tr, state) || altersDrafters(tr, state)),
        props: {
          editable: (state) => isWritable(suggestingState(state)),
          decorations: (state) => suggestingState(state)?.lit,
          handleClick(view, pos) {
            view.dispatch(view.state.tr.setMeta(suggestingKey, { active: suggestionAt(view.state.doc, pos) }))
            return false
          },
        },
        view: (view) => {
          const listening = new AbortController()
          const prepare = () => {
            if (!view.editable || view.composing) return
            const proposer = isSuggesting(view.state) ? proposerOf(editor) : null
            if (proposer === null) prepareEditing(view)
            else prepareSuggesting(view, proposer, (reason) => editor.emit('suggestionRefused', { reason }))
          }
          view.dom.addEventListener('compositionstart', prepare, { capture: true, signal: listening.signal })
          const refresh = () => {
            const state = suggestingState(view.state)
            if (state !== undefined && !view.composing) storage.store.refresh(view.state.doc, state)
          }
          refresh()
          const update = (_view: EditorView, before: EditorState) => {
            forgetOthersSections(view.state, before)
            refresh()
          }
          return { update, destroy: () => listening.abort() }
        },
      }),
    ]
  },
})

/**
 * The binding writes one stretch of a paragraph's text for each transaction: of two places changed at once it would write
 * everything between them anew, and what others are typing there would fall under these proposals.
 */
function inSteps(tr: Transaction, state: () => EditorState, next: (tr: Transaction) => void): void {
  const before = state().tr
  let rest = tr.steps.filter((step) => step instanceof ReplaceStep).length
  let part = before
  for (const step of tr.steps) {
    part.step(step)
    if (!(step instanceof ReplaceStep)) continue
    rest -= 1
    if (rest === 0) continue
    next(part.setMeta(PROPOSES, true))
    part = state().tr
  }
  next(part === before ? tr : sameEnding(part, tr))
}

function sameEnding(part: Transaction, whole: Transaction): Transaction {
  part.setSelection(Selection.fromJSON(part.doc, whole.selection.toJSON()))
  if (whole.storedMarksSet) part.setStoredMarks(whole.storedMarks)
  if (whole.scrolledIntoView) part.scrollIntoView()
  return part.setMeta(PROPOSES, true)
}

function isAsItShouldBe(tr: Transaction): boolean {
  const isArriving = tr.getMeta(ySyncPluginKey) !== undefined
  return isArriving || tr.getMeta(PROPOSES) === true || tr.getMeta('composition') !== undefined
}

function isWritable(state: SuggestingState | undefined): boolean {
  if (state === undefined) return true
  return state.view === 'marks' && state.mode !== 'read' && (state.mode === 'edit' || state.person !== null)
}

function altersDrafters(tr: Transaction, state: EditorState): boolean {
  return suggestingState(state)?.held === true && !keepsDrafters(tr)
}

/** What was written before a section was somebody else's cannot be taken back as a proposal. */
function forgetOthersSections(state: EditorState, before: EditorState): void {
  if (suggestingState(state)?.held !== true) return
  const isSame = state.doc === before.doc || draftersIn(state.doc) === draftersIn(before.doc)
  if (isSame && suggestingState(before)?.held === true) return
  yUndoPluginKey.getState(state)?.undoManager.clear()
}

/** Null: nobody who could sign. */
function proposerOf(editor: Editor): Proposer | null {
  const person = suggestingState(editor.state)?.person ?? null
  if (person === null) return null
  return { author: person, newId: () => newSuggestionId(person, Date.now(), Math.random()) }
}

function mapped(range: SuggestingState['replaced'], tr: Transaction): SuggestingState['replaced'] {
  if (range === null || !tr.docChanged) return range
  const from = tr.mapping.map(range.from, 1)
  const to = tr.mapping.map(range.to, -1)
  return from < to ? { from, to } : null
}

function nextState(tr: Transaction, before: SuggestingState): SuggestingState {
  const change = changeOf(tr)
  if (change === undefined && !tr.docChanged && !tr.selectionSet && tr.getMeta(COMPOSITION_SETTLED) !== true) return before
  const isMoved = tr.selectionSet && tr.getMeta(ySyncPluginKey) === undefined
  const atCaret =
    isMoved && change?.active === undefined && tr.selection.empty ? suggestionAt(tr.doc, tr.selection.from) : undefined
  const active = change?.active !== undefined ? change.active : atCaret !== undefined ? atCaret : before.active
  const isSame = active === before.active && !tr.docChanged
  // A decoration would tear the letters from the input method.
  const isComposing = tr.getMeta('composition') !== undefined
  const lit = isSame || isComposing ? before.lit.map(tr.mapping, tr.doc) : litText(tr.doc, active)
  const replaced = change?.replaced !== undefined ? change.replaced : mapped(before.replaced, tr)
  return { ...before, ...change, active, lit, replaced }
}
