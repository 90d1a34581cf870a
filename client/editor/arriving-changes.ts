/**
 * y-tiptap replaces the whole document for every change that arrives. Here such a transaction is narrowed to the range that
 * really differs, so that decorations, carets, word counts and the outline follow by mapping instead of starting anew, and an
 * own caret beside a split or a join stays with its words.
 */
import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { anchorBehind, posIn } from './places'
import { withoutTwins } from './without-twins'

export const ArrivingChanges = Extension.create<object, { caret: CaretPlace | null }>({
  name: 'arrivingChanges',

  addStorage: () => ({ caret: null }),

  addProseMirrorPlugins() {
    const { storage } = this
    return [
      new Plugin({
        view: (view) => {
          const { doc }: { doc: Y.Doc } = ySyncPluginKey.getState(view.state)
          const remember = ({ origin }: Y.Transaction) => {
            if (origin !== ySyncPluginKey) storage.caret = caretPlace(view)
          }
          doc.on('beforeTransaction', remember)
          return { destroy: () => doc.off('beforeTransaction', remember) }
        },
      }),
    ]
  },

  dispatchTransaction({ transaction, next }) {
    const sync: { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean } | undefined = transaction.getMeta(ySyncPluginKey)
    if (sync?.isChangeOrigin !== true || !transaction.docChanged) return next(transaction)
    const caret = sync.isUndoRedoOperation === true ? 'undone' : this.storage.caret
    const narrow = narrowed(this.editor.view, transaction, caret)
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

function narrowed(view: EditorView, transaction: Transaction, caret: CaretPlace | 'undone' | null): Transaction | null {
  const { state } = view
  const narrow = state.tr
  const difference = differenceOf(state.doc, transaction.doc)
  if (difference !== null) {
    const { from, to, newTo } = difference
    const result = narrow.maybeStep(
      new ReplaceStep(from, to, withoutTwins(transaction.doc.slice(from, newTo), state.doc, difference)),
    )
    if (result.failed !== null || !narrow.doc.eq(transaction.doc)) return null
  }
  select(narrow, { view, transaction, difference, caret })
  narrow.setMeta(ySyncPluginKey, transaction.getMeta(ySyncPluginKey))
  narrow.setMeta('addToHistory', false)
  // Where a change arrives the browser itself keeps what is read in its place; to measure the caret for it would lay the text out once more.
  if (caret === 'undone' && transaction.scrolledIntoView) narrow.scrollIntoView()
  return narrow
}

interface Selecting {
  view: EditorView
  transaction: Transaction
  difference: Difference | null
  caret: CaretPlace | 'undone' | null
}

/**
 * Outside the changed range mapping is exact, also across splits and joins. Within it and at its edges the caret stays behind the
 * character it stood behind; if that went with its block, at an edge mapping still knows, within only the binding.
 */
function select(narrow: Transaction, { view, transaction, difference, caret }: Selecting): void {
  const { selection } = view.state
  const { from, to } = difference ?? { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY }
  const ends = [selection.anchor, selection.head]
  const isApart = ends.every((pos) => pos < from || pos > to)
  const isOutside = ends.every((pos) => pos <= from || pos >= to)
  if (caret !== 'undone') {
    const kept = (isApart ? null : selectionAt(view, narrow, caret)) ?? (isOutside ? mapped(selection, narrow) : null)
    if (kept !== null) {
      narrow.setSelection(kept)
      return
    }
  }
  if (transaction.selectionSet) narrow.setSelection(Selection.fromJSON(narrow.doc, transaction.selection.toJSON()))
}

/** Both ends of the selection, each tied to what stands before it. */
interface CaretPlace {
  anchor: unknown
  head: unknown
}

function caretPlace(view: EditorView): CaretPlace | null {
  const { selection } = view.state
  if (!(selection instanceof TextSelection)) return null
  return { anchor: anchorBehind(view, selection.anchor), head: anchorBehind(view, selection.head) }
}

function selectionAt(view: EditorView, narrow: Transaction, caret: CaretPlace | null): Selection | null {
  const [anchor, head] = [posIn(view, caret?.anchor), posIn(view, caret?.head)]
  if (anchor === null || head === null || Math.max(anchor, head) > narrow.doc.content.size) return null
  return TextSelection.between(narrow.doc.resolve(anchor), narrow.doc.resolve(head))
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
