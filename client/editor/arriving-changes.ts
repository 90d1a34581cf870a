/**
 * y-tiptap replaces the whole document for every change that arrives. Here such a transaction is narrowed to the range that
 * really differs, so that decorations, carets, word counts and the outline follow by mapping instead of starting anew, and an
 * own caret beside a split or a join stays with its words.
 */
import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

export const ArrivingChanges = Extension.create({
  name: 'arrivingChanges',

  dispatchTransaction({ transaction, next }) {
    const sync: { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean } | undefined = transaction.getMeta(ySyncPluginKey)
    if (sync?.isChangeOrigin !== true || !transaction.docChanged) return next(transaction)
    const narrow = narrowed(this.editor.state, transaction, sync.isUndoRedoOperation === true)
    if (narrow === null) return next(transaction)
    keepIdentity(this.editor.state, narrow.doc)
    next(narrow)
  },
})

interface Difference {
  from: number
  to: number
  /** End of the range in the new document. */
  newTo: number
}

function differenceOf(before: ProseMirrorNode, after: ProseMirrorNode): Difference | null {
  const from = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (from === null || ends === null) return null
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  return { from, to: ends.a + overlap, newTo: ends.b + overlap }
}

function narrowed(state: EditorState, transaction: Transaction, isUndo: boolean): Transaction | null {
  const narrow = state.tr
  const difference = differenceOf(state.doc, transaction.doc)
  if (difference !== null) {
    const { from, to, newTo } = difference
    const result = narrow.maybeStep(new ReplaceStep(from, to, transaction.doc.slice(from, newTo)))
    if (result.failed !== null || !narrow.doc.eq(transaction.doc)) return null
  }
  select(narrow, state.selection, transaction, difference, isUndo)
  narrow.setMeta(ySyncPluginKey, transaction.getMeta(ySyncPluginKey))
  narrow.setMeta('addToHistory', false)
  if (transaction.scrolledIntoView) narrow.scrollIntoView()
  return narrow
}

/** Outside the changed range mapping is exact, also across splits and joins; inside it only the binding knows. */
function select(
  narrow: Transaction,
  before: Selection,
  transaction: Transaction,
  difference: Difference | null,
  isUndo: boolean,
): void {
  const isOutside = (pos: number) => difference === null || pos <= difference.from || pos >= difference.to
  if (!isUndo && isOutside(before.anchor) && isOutside(before.head)) narrow.setSelection(mapped(before, narrow))
  else if (transaction.selectionSet) narrow.setSelection(Selection.fromJSON(narrow.doc, transaction.selection.toJSON()))
}

/** A caret stays behind its left neighbour when somebody types at the same place. */
function mapped(before: Selection, narrow: Transaction): Selection {
  if (!(before instanceof TextSelection)) return before.map(narrow.doc, narrow.mapping)
  const at = (pos: number) => narrow.doc.resolve(narrow.mapping.map(pos, -1))
  return TextSelection.between(at(before.anchor), at(before.head))
}

/** The binding compares by identity what it has read with what the editor holds: tell it that unchanged blocks are the old nodes. */
function keepIdentity(state: EditorState, doc: ProseMirrorNode): void {
  const sync: { type: Y.XmlFragment; binding: { mapping: Map<unknown, unknown> } | null } | undefined =
    ySyncPluginKey.getState(state)
  if (!sync?.binding) return
  const elements = sync.type.toArray().filter((child) => child instanceof Y.XmlElement)
  if (elements.length !== doc.childCount) return
  for (const [index, element] of elements.entries()) sync.binding.mapping.set(element, doc.child(index))
}
