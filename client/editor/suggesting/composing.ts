/**
 * Before an input method begins: its letters must be born with the right marks, for nothing may be rewritten under a running
 * composition. They stand before what was selected, where the browser has reckoned already that the composition begins; what was
 * selected is proposed to go once the word is there.
 */
import { Mark } from '@tiptap/pm/model'
import { type EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { insertionMark, isProposal, withoutProposals } from './proposal-marks'
import { idNear } from './propose-text'
import type { Proposer } from './proposer'
import { rewrite } from './rewrite'
import { type RefusalReason, type SuggestingChange, suggestingKey, suggestingState } from './suggesting-state'

export function prepareEditing(view: EditorView): void {
  const { state } = view
  const marks = inheritedMarks(state)
  if (state.selection.empty && marks.some(isProposal)) view.dispatch(state.tr.setStoredMarks(withoutProposals(marks)))
}

export function prepareSuggesting(view: EditorView, proposer: Proposer, onRefused: (reason: RefusalReason) => void): void {
  const { state } = view
  const { from, to, empty } = state.selection
  const tr = state.tr
  const id = idNear(state.doc, from, to, proposer.author) ?? proposer.newId()
  const inherited = state.storedMarks ?? state.doc.resolve(from).marks()
  const wanted = insertionMark(state.schema, { author: proposer.author, id }).addToSet(withoutProposals(inherited))
  if (!empty) {
    tr.setSelection(TextSelection.near(state.doc.resolve(from)))
    const result = rewrite(state.tr.deleteSelection(), state, proposer)
    if ('refused' in result) onRefused(result.refused)
    else tr.setMeta(suggestingKey, { replaced: { from, to } } satisfies SuggestingChange)
  }
  if (!Mark.sameSet(wanted, inherited)) tr.setStoredMarks(wanted)
  if (tr.selectionSet || tr.storedMarksSet) view.dispatch(tr)
}

/** The word is there: what it replaces is proposed to go, as one change with it. */
export function proposeReplaced(view: EditorView): void {
  const { replaced } = suggestingState(view.state) ?? { replaced: null }
  if (replaced === null) return
  view.dispatch(view.state.tr.setMeta(suggestingKey, { replaced: null } satisfies SuggestingChange))
  const caret = view.state.selection.from
  view.dispatch(view.state.tr.delete(replaced.from, replaced.to))
  // Behind the word, not behind what it replaces.
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(caret), -1)))
}

function inheritedMarks(state: EditorState): readonly Mark[] {
  return state.storedMarks ?? state.selection.$from.marks()
}
