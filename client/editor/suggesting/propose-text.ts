/** A change of the text as proposals: what goes is marked, unless it was one's own proposal and really goes; what comes is marked. */
import { Fragment, type Mark, type Node as ProseMirrorNode, type ResolvedPos } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { PersonId } from '../../../shared/ids'
import { MARKS } from '../../../shared/schema/blocks'
import { BREAK, joinValue, parseJoin } from '../../../shared/suggestions/proposal'
import { deletionMark, insertionMark, isOwnInsertion, ownMark, type Signature, withoutProposals } from './proposal-marks'
import { proposeKind } from './propose-kind'
import type { Proposer } from './proposer'
import type { RefusalReason } from './suggesting-state'
import type { Part, TextChange } from './text-change'

/** Where the change stands now. */
export interface Proposed {
  /** Before and behind what was proposed to go. */
  start: number
  end: number
  /** Behind what was inserted, which begins at `begin`. */
  begin: number
  inserted: number
}

interface Piece {
  from: number
  to: number
  text: ProseMirrorNode
}

interface CoveredBlock {
  block: ProseMirrorNode
  pos: number
  pieces: Piece[]
}

export function proposeText(out: Transaction, change: TextChange, proposer: Proposer): Proposed | RefusalReason {
  const { author } = proposer
  const before = out.steps.length
  const blocks = coveredBlocks(out.doc, change.from, change.to)
  for (const { block } of blocks.slice(1)) {
    const join = parseJoin(block.attrs.join)
    if (join !== null && join.author !== author) return 'taken'
  }
  const signature = { author, id: idNear(out.doc, change.from, change.to, author) ?? proposer.newId() }
  for (const [index, covered] of Array.from(blocks.entries()).reverse()) {
    for (const piece of covered.pieces.reverse()) proposeDeletion(out, piece, signature)
    const isJoined = index > 0 && parseJoin(covered.block.attrs.join) === null
    if (isJoined) out.setNodeAttribute(covered.pos, 'join', joinValue(signature))
  }
  const mapped = out.mapping.slice(before)
  const start = mapped.map(change.from, -1)
  const end = mapped.map(change.to, -1)
  const begin = change.parts.every(isEmpty) ? end : behindOwnDeletion(out.doc, end, author)
  const content = contentOf(change, out.doc.resolve(begin), signature)
  if (content.size > 0) out.replaceWith(begin, begin, content)
  if (change.retype !== null) {
    const refused = proposeKind(out, out.doc.resolve(start).before(), change.retype, proposer)
    if (refused !== null) return refused
  }
  return { start, end, begin, inserted: begin + content.size }
}

function coveredBlocks(doc: ProseMirrorNode, from: number, to: number): CoveredBlock[] {
  const blocks: CoveredBlock[] = []
  const visit = (block: ProseMirrorNode, pos: number): boolean => {
    if (!block.isTextblock) return true
    const pieces: Piece[] = []
    block.forEach((text, offset) => {
      const piece = { from: Math.max(from, pos + 1 + offset), to: Math.min(to, pos + 1 + offset + text.nodeSize), text }
      if (piece.from < piece.to) pieces.push(piece)
    })
    blocks.push({ block, pos, pieces })
    return false
  }
  if (from === to) return []
  doc.nodesBetween(from, to, visit)
  return blocks
}

function proposeDeletion(out: Transaction, { from, to, text }: Piece, signature: Signature): void {
  if (isOwnInsertion(text, signature.author)) out.delete(from, to)
  else if (ownMark(text.marks, 'deletion', signature.author) === undefined) {
    out.addMark(from, to, deletionMark(out.doc.type.schema, signature))
  }
}

function isEmpty({ kind, content }: Part): boolean {
  return kind === null && content.size === 0
}

/** Its own emphasis comes along; everything else it takes from the place it comes to. */
function contentOf({ parts }: TextChange, $at: ResolvedPos, signature: Signature): Fragment {
  const { schema } = $at.doc.type
  const around = withoutProposals($at.marks())
  const kept = (marks: readonly Mark[]) =>
    marks.filter((mark) => MARKS.some((name) => name === mark.type.name) || mark.isInSet(around))
  const texts: ProseMirrorNode[] = []
  const add = (text: string, marks: readonly Mark[], mark: Mark) => texts.push(schema.text(text, mark.addToSet(marks)))
  for (const { kind, content } of parts) {
    if (kind !== null) add(BREAK, [], insertionMark(schema, signature, kind))
    content.forEach((text) => {
      if (text.text !== undefined) add(text.text, kept(text.marks), insertionMark(schema, signature))
    })
  }
  return Fragment.from(texts)
}

/** New words stand behind the words they replace. */
function behindOwnDeletion(doc: ProseMirrorNode, pos: number, author: PersonId): number {
  const $pos = doc.resolve(pos)
  const { nodeAfter } = $pos
  if (nodeAfter === null || ownMark(nodeAfter.marks, 'deletion', author) === undefined) return pos
  return behindOwnDeletion(doc, pos + nodeAfter.nodeSize, author)
}

/** One burst of writing is one suggestion: the id of the own proposal that touches this place. */
export function idNear(doc: ProseMirrorNode, from: number, to: number, author: PersonId): string | null {
  const $from = doc.resolve(from)
  const join = parseJoin($from.parent.attrs.join)
  const joinId = $from.parentOffset === 0 && join?.author === author ? join.id : null
  return ownIdOf($from.nodeBefore, author) ?? joinId ?? ownIdOf(doc.resolve(to).nodeAfter, author)
}

function ownIdOf(text: ProseMirrorNode | null, author: PersonId): string | null {
  if (text === null) return null
  const mark = ownMark(text.marks, 'insertion', author) ?? ownMark(text.marks, 'deletion', author)
  return mark === undefined ? null : String(mark.attrs.id)
}
