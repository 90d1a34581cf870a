/**
 * After a composition: y-tiptap knows no moves. When somebody split, joined, retyped or deleted the paragraph meanwhile, its
 * text was deleted and created anew, and the composed words stand in the wrong half or are gone with the old block. They are
 * put where their old neighbours meet again, or kept as a paragraph of their own. Words typed are never lost.
 */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { isCharacterThere, isThere, type OwnText } from './own-text'

/** Fewer equal neighbours than this are chance, unless there were no more. */
const SURE_NEIGHBOURS = 3

export interface RescueFrom {
  /** The editor's state before the others' changes came in. */
  before: EditorState
  /** Whether the others can have seen the words: then a deletion may be meant, and only what was torn by moving is put back. */
  wasSeen: boolean
}

export function rescue(view: EditorView, doc: Y.Doc, texts: readonly OwnText[], from: RescueFrom): void {
  for (const own of texts) rescueOne(view, doc, own, from)
}

function rescueOne(view: EditorView, doc: Y.Doc, own: OwnText, { before, wasSeen }: RescueFrom): void {
  const isAlive = isThere(doc, own)
  // Out of a block that is still there, characters go only one by one: by somebody who knew them.
  if (!isAlive && wasSeen && own.block._item?.deleted === false) return
  if (isAlive && standsByItsNeighbour(doc, own)) return
  const here = isAlive ? rangeOf(view, doc, own) : null
  if (isAlive && here === null) return
  const place = placeBetweenNeighbours(view.state.doc, before.doc, own, here)
  if (place === null && (isAlive || wasSeen)) return
  const tr = view.state.tr
  if (here !== null) tr.delete(here.from, here.to)
  const end = place === null ? keepAsParagraph(tr, own) : insertAt(tr, tr.mapping.map(place), own.text)
  if (stoodBehind(before, own.text)) tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView()
  view.dispatch(tr)
}

/** The caret goes with the words if it stood behind them. */
function stoodBehind({ selection: { empty, $from } }: EditorState, text: string): boolean {
  return empty && $from.parent.textContent.slice(0, $from.parentOffset).endsWith(text)
}

/** Nobody moved it if the character before or after it is still in the same text, or if it stood alone. */
function standsByItsNeighbour(doc: Y.Doc, own: OwnText): boolean {
  const neighbours = [own.leftId, own.rightId].filter((id) => id !== null)
  return neighbours.length === 0 || neighbours.some((id) => isCharacterThere(doc, id))
}

function rangeOf(view: EditorView, doc: Y.Doc, own: OwnText): { from: number; to: number } | null {
  const first = own.ids[0]
  const sync = ySyncPluginKey.getState(view.state)
  if (first === undefined || !sync?.binding) return null
  const from: number | null = relativePositionToAbsolutePosition(
    doc,
    sync.type,
    new Y.RelativePosition(null, null, first, 0),
    sync.binding.mapping,
  )
  if (from === null) return null
  const to = from + own.text.length
  return to <= view.state.doc.content.size && view.state.doc.textBetween(from, to) === own.text ? { from, to } : null
}

interface Candidate {
  pos: number
  score: number
}

/** The one place in a block that changed where most of the old neighbours meet; null if there is none or more than one. */
function placeBetweenNeighbours(
  doc: ProseMirrorNode,
  before: ProseMirrorNode,
  own: OwnText,
  here: { from: number; to: number } | null,
): number | null {
  const unchanged = textblocksOf(before)
  const candidates: Candidate[] = []
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return true
    if (!unchanged.has(block)) candidates.push(...candidatesIn(block.textContent, pos + 1, own))
    return
  })
  const stays = here === null ? 0 : scoreAround(doc, here, own)
  const best = candidates.reduce<Candidate | null>((most, next) => (most === null || next.score > most.score ? next : most), null)
  if (best === null || best.score <= stays) return null
  const isUnique = candidates.filter(({ score }) => score === best.score).length === 1
  const isSure = best.score >= Math.min(SURE_NEIGHBOURS, own.left.length + own.right.length)
  return isUnique && isSure ? best.pos : null
}

function textblocksOf(doc: ProseMirrorNode): Set<ProseMirrorNode> {
  const blocks = new Set<ProseMirrorNode>()
  doc.descendants((node) => {
    if (node.isTextblock) blocks.add(node)
    return !node.isTextblock
  })
  return blocks
}

function candidatesIn(text: string, start: number, own: OwnText): Candidate[] {
  const candidates: Candidate[] = []
  for (let offset = 0; offset <= text.length; offset += 1) {
    const score = scoreAt(text.slice(0, offset), text.slice(offset), own)
    if (score > 0) candidates.push({ pos: start + offset, score })
  }
  return candidates
}

/** How many of the old neighbours stand directly before and after, counted outwards. */
function scoreAt(before: string, after: string, own: OwnText): number {
  let left = 0
  while (left < own.left.length && left < before.length && own.left.at(-1 - left) === before.at(-1 - left)) left += 1
  let right = 0
  while (right < own.right.length && right < after.length && own.right[right] === after[right]) right += 1
  return left + right
}

function scoreAround(doc: ProseMirrorNode, here: { from: number; to: number }, own: OwnText): number {
  const $from = doc.resolve(here.from)
  const text = $from.parent.textContent
  const offset = $from.parentOffset
  return scoreAt(text.slice(0, offset), text.slice(offset + own.text.length), own)
}

/** Where the text ends then. */
function insertAt(tr: Transaction, pos: number, text: string): number {
  tr.insertText(text, pos)
  return pos + text.length
}

/** Its block is gone: the words stand after the nearest block above that is still there. */
function keepAsParagraph(tr: Transaction, own: OwnText): number {
  const paragraph = tr.doc.type.schema.node('paragraph', null, tr.doc.type.schema.text(own.text))
  const index = indexAbove(own.block)
  let pos = 0
  for (let above = 0; above < Math.min(index, tr.doc.childCount); above += 1) pos += tr.doc.child(above).nodeSize
  tr.insert(pos, paragraph)
  return pos + 1 + own.text.length
}

/** How many blocks of the document stand before `block`, which is deleted or inside of something deleted. */
function indexAbove(block: Y.XmlElement): number {
  let item = block._item
  while (item?.parent instanceof Y.XmlElement) item = item.parent._item
  let count = 0
  for (let above = item?.left ?? null; above !== null; above = above.left) {
    if (!above.deleted) count += 1
  }
  return item === null || item.deleted ? count : count + 1
}
