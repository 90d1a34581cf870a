/**
 * What a replace step means for the text, whatever blocks it opens and closes on the way: from a place in one text block to a
 * place in the same or a later one, the text between goes, and these parts come, each after the first beginning a new block.
 */
import type { Fragment, Node as ProseMirrorNode, ResolvedPos, Slice } from '@tiptap/pm/model'
import type { ReplaceStep } from '@tiptap/pm/transform'
import type { BlockKind } from '../../../shared/suggestions/proposal'
import { kindOf } from '../block-commands'
import type { RefusalReason } from './suggesting-state'

export interface Part {
  /** The block it begins; null: it goes on in the block of `from`. */
  kind: BlockKind | null
  content: Fragment
}

export interface TextChange {
  /** Both inside of text blocks with one parent. */
  from: number
  to: number
  parts: readonly Part[]
  /** What the first block becomes; null: what it is. */
  retype: BlockKind | null
}

const HOLD_TEXT_BLOCKS = ['doc', 'tableCell', 'tableHeader']

export function textChangeOf(doc: ProseMirrorNode, { from, to, slice }: ReplaceStep): TextChange | RefusalReason {
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  const start = edgeOf($from)
  const end = edgeOf($to)
  if (start.depth !== end.depth || $from.start(start.depth) !== $to.start(end.depth)) return 'table'
  if (!HOLD_TEXT_BLOCKS.includes($from.node(start.depth).type.name)) return 'table'
  const last = $to.index(end.depth) + (end.inText ? 1 : 0)
  for (let index = $from.index(start.depth); index < last; index += 1) {
    if (!$from.node(start.depth).child(index).isTextblock) return 'table'
  }
  if (slice.content.firstChild?.isInline === true || (slice.size === 0 && start.inText && end.inText)) {
    if (!start.inText || !end.inText) return 'structure'
    return { from, to, parts: [{ kind: null, content: slice.content }], retype: null }
  }
  const blocks = childrenOf(slice)
  if (!blocks.every((block) => block.isTextblock)) return 'table'
  const isOpenAsExpected =
    slice.size === 0 || (slice.openStart === (start.inText ? 1 : 0) && slice.openEnd === (end.inText ? 1 : 0))
  if (!isOpenAsExpected) return 'structure'
  if (start.inText) return { from, to: end.inText ? to : to - 1, parts: partsOf(blocks), retype: null }
  if (end.inText) return { from: from + 1, to, parts: partsOf(blocks), retype: otherKind($from.nodeAfter, blocks[0]) }
  return from === to ? newBlocks($from, blocks) : wholeBlocks($from, $to, blocks)
}

interface Edge {
  inText: boolean
  /** Of the node that holds the text blocks. */
  depth: number
}

function edgeOf($pos: ResolvedPos): Edge {
  return { inText: $pos.parent.isTextblock, depth: $pos.parent.isTextblock ? $pos.depth - 1 : $pos.depth }
}

function childrenOf(slice: Slice): ProseMirrorNode[] {
  return Array.from({ length: slice.content.childCount }, (_, index) => slice.content.child(index))
}

/** The first block's text goes into the block that stands there. */
function partsOf(blocks: readonly ProseMirrorNode[]): Part[] {
  return blocks.map((block, index) => ({ kind: index === 0 ? null : kindOf(block), content: block.content }))
}

function otherKind(standing: ProseMirrorNode | null, block: ProseMirrorNode | undefined): BlockKind | null {
  const kind = block === undefined ? null : kindOf(block)
  return standing !== null && kindOf(standing) === kind ? null : kind
}

const isText = (node: ProseMirrorNode | null): node is ProseMirrorNode => node?.isTextblock === true

function newBlocks($at: ResolvedPos, blocks: readonly ProseMirrorNode[]): TextChange | RefusalReason {
  const { nodeBefore: before, nodeAfter: after, pos } = $at
  if (isText(before)) {
    const parts = blocks.map((block) => ({ kind: kindOf(block), content: block.content }))
    return { from: pos - 1, to: pos - 1, parts: [{ kind: null, content: before.content.cut(0, 0) }, ...parts], retype: null }
  }
  if (!isText(after)) return 'table'
  const parts = [...partsOf(blocks), { kind: kindOf(after), content: after.content.cut(0, 0) }]
  return { from: pos + 1, to: pos + 1, parts, retype: otherKind(after, blocks[0]) }
}

/** Whole blocks go, and others may stand in their place. */
function wholeBlocks($from: ResolvedPos, $to: ResolvedPos, blocks: readonly ProseMirrorNode[]): TextChange | RefusalReason {
  const first = $from.nodeAfter
  if (first === null) return 'structure'
  if (blocks.length > 0) {
    return { from: $from.pos + 1, to: $to.pos - 1, parts: partsOf(blocks), retype: otherKind(first, blocks[0]) }
  }
  const parts = [{ kind: null, content: first.content.cut(0, 0) }]
  if (isText($from.nodeBefore)) return { from: $from.pos - 1, to: $to.pos - 1, parts, retype: null }
  if (!isText($to.nodeAfter)) return 'structure'
  return { from: $from.pos + 1, to: $to.pos + 1, parts, retype: otherKind(first, $to.nodeAfter) }
}
