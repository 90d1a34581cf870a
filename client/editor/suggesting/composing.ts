/**
 * Before an input method begins: its letters must be born with the right marks, for nothing may be rewritten under a running
 * composition. What is selected is proposed to go first, and the letters stand behind it.
 */
import { Mark } from '@tiptap/pm/model'
import { type EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { insertionMark, isProposal, withoutProposals } from './proposal-marks'
import { behindOwnDeletion, idNear, type Proposer } from './propose-text'
import { rewrite } from './rewrite'
import type { RefusalReason } from './suggesting-state'

export function prepareEditing(view: EditorView): void {
  const { state } = view
  const marks = inheritedMarks(state)
  if (state.selection.empty && marks.some(isProposal)) view.dispatch(state.tr.setStoredMarks(withoutProposals(marks)))
}

export function prepareSuggesting(view: EditorView, proposer: Proposer, onRefused: (reason: RefusalReason) => void): void {
  if (!view.state.selection.empty) proposeSelection(view, proposer, onRefused)
  const { state } = view
  const caret = behindOwnDeletion(state.doc, state.selection.from, proposer.author)
  const tr = state.tr
  if (caret !== state.selection.from) tr.setSelection(TextSelection.create(tr.doc, caret))
  const id = idNear(state.doc, caret, caret, proposer.author) ?? proposer.newId()
  const inherited = state.storedMarks ?? state.doc.resolve(caret).marks()
  const wanted = insertionMark(state.schema, { author: proposer.author, id }).addToSet(withoutProposals(inherited))
  if (!Mark.sameSet(wanted, inherited)) tr.setStoredMarks(wanted)
  if (tr.selectionSet || tr.storedMarksSet) view.dispatch(tr)
}

function inheritedMarks(state: EditorState): readonly Mark[] {
  return state.storedMarks ?? state.selection.$from.marks()
}

function proposeSelection(view: EditorView, proposer: Proposer, onRefused: (reason: RefusalReason) => void): void {
  const { state } = view
  const result = rewrite(state.tr.deleteSelection(), state, proposer)
  // What cannot be proposed to go stays, and the words stand behind it.
  const tr = 'tr' in result ? result.tr : state.tr
  if ('refused' in result) onRefused(result.refused)
  const end = tr.mapping.map(state.selection.to, -1)
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)))
}
