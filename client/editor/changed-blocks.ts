/** Which text blocks a transaction touched: decorations look at these and at nothing else. */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { type Decoration, DecorationSet } from '@tiptap/pm/view'

/** Set on the transaction that follows a composition: what waited for its end looks at the caret's block again. */
export const COMPOSITION_SETTLED = 'compositionSettled'

type Visit = (block: ProseMirrorNode, pos: number) => void

function forEachChangedBlock(tr: Transaction, visit: Visit): void {
  const seen = new Set<number>()
  const visitOnce: Visit = (block, pos) => {
    if (seen.has(pos)) return
    seen.add(pos)
    visit(block, pos)
  }
  tr.mapping.maps.forEach((map, index) => {
    const later = tr.mapping.slice(index + 1)
    map.forEach((_from, _to, newFrom, newTo) => {
      visitBetween(tr.doc, later.map(newFrom, -1), later.map(newTo, 1), visitOnce)
    })
  })
  if (tr.getMeta(COMPOSITION_SETTLED) === true) visitBetween(tr.doc, tr.selection.from, tr.selection.to, visitOnce)
}

function visitBetween(doc: ProseMirrorNode, from: number, to: number, visit: Visit): void {
  const end = doc.content.size
  doc.nodesBetween(Math.max(0, from - 1), Math.min(end, to + 1), (node, pos) => {
    if (node.isTextblock) visit(node, pos)
    return !node.isTextblock
  })
}

/** What is marked in one block: pure, so that an unchanged block is never asked twice. */
export type MarkedIn = (block: ProseMirrorNode, pos: number) => Decoration[]

export function markedIn(doc: ProseMirrorNode, mark: MarkedIn): DecorationSet {
  const decorations: Decoration[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) decorations.push(...mark(node, pos))
    return !node.isTextblock
  })
  return DecorationSet.create(doc, decorations)
}

/** Letters being composed are left alone: a decoration would tear their text node apart under the input method. */
export function followChange(set: DecorationSet, tr: Transaction, mark: MarkedIn): DecorationSet {
  if (!tr.docChanged && tr.getMeta(COMPOSITION_SETTLED) !== true) return set
  let next = set.map(tr.mapping, tr.doc)
  if (tr.getMeta('composition') !== undefined) return next
  forEachChangedBlock(tr, (block, pos) => {
    const before = next.find(pos, pos + block.nodeSize)
    const now = mark(block, pos)
    if (before.length > 0) next = next.remove(before)
    if (now.length > 0) next = next.add(tr.doc, now)
  })
  return next
}
