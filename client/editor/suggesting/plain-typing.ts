/** In editing mode: what is typed inside somebody's proposal is plain text, and a proposal about a block stays with its first half. */
import { Fragment, type Node as ProseMirrorNode, Slice } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep, type Step } from '@tiptap/pm/transform'
import { isProposal, withoutProposals } from './proposal-marks'

export function plainTyping(tr: Transaction, state: EditorState): Transaction {
  // What is dragged within the text takes its proposals along.
  if (tr.getMeta('uiEvent') === 'drop' || !tr.steps.some(inherits)) return tr
  const out = state.tr
  for (const step of tr.steps) out.step(inherits(step) ? plain(step) : step)
  out.setSelection(Selection.fromJSON(out.doc, tr.selection.toJSON()))
  if (tr.storedMarksSet) out.setStoredMarks(tr.storedMarks)
  if (tr.scrolledIntoView) out.scrollIntoView()
  return out
}

function inherits(step: Step): step is ReplaceStep {
  if (!(step instanceof ReplaceStep)) return false
  const { content } = step.slice
  if (content.firstChild?.isInline === true) return childrenOf(content).some((text) => text.marks.some(isProposal))
  const second = isSplit(step) ? content.child(1) : null
  return second !== null && (typeof second.attrs.join === 'string' || typeof second.attrs.retype === 'string')
}

function isSplit({ slice: { content, openStart, openEnd } }: ReplaceStep): boolean {
  return (
    openStart === 1 && openEnd === 1 && content.childCount === 2 && childrenOf(content).every(({ nodeSize }) => nodeSize === 2)
  )
}

function plain({ from, to, slice }: ReplaceStep): ReplaceStep {
  const nodes = childrenOf(slice.content).map((node, index) => {
    if (node.isText) return node.mark(withoutProposals(node.marks))
    return index === 0 ? node : node.type.create({ ...node.attrs, join: null, retype: null }, node.content, node.marks)
  })
  return new ReplaceStep(from, to, new Slice(Fragment.from(nodes), slice.openStart, slice.openEnd))
}

function childrenOf(content: Fragment): ProseMirrorNode[] {
  return Array.from({ length: content.childCount }, (_, index) => content.child(index))
}
