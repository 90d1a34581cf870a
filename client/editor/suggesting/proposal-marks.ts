/** Proposals as marks of the editor: which are whose. */
import type { Mark, Node as ProseMirrorNode, Schema } from '@tiptap/pm/model'
import type { PersonId } from '../../../shared/ids'
import type { MarkName } from '../../../shared/schema/blocks'
import { type BlockKind, PROPOSAL_MARKS, type ProposalMark } from '../../../shared/suggestions/proposal'

/** Whoever proposes, and under which suggestion. */
export interface Signature {
  author: PersonId
  id: string
}

export function isProposal(mark: Mark): boolean {
  return PROPOSAL_MARKS.some((name) => name === mark.type.name)
}

export function withoutProposals(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => !isProposal(mark))
}

/** `author`'s own mark of a kind on this text. */
export function ownMark(marks: readonly Mark[], name: ProposalMark, author: PersonId): Mark | undefined {
  return marks.find((mark) => mark.type.name === name && mark.attrs.author === author)
}

export function isOwnInsertion(text: ProseMirrorNode, author: PersonId): boolean {
  return ownMark(text.marks, 'insertion', author) !== undefined
}

export function insertionMark(schema: Schema, { author, id }: Signature, breakInto: BlockKind | null = null): Mark {
  return schema.mark('insertion', { id, author, kind: breakInto === null ? null : `break:${breakInto}` })
}

export function deletionMark(schema: Schema, { author, id }: Signature): Mark {
  return schema.mark('deletion', { id, author })
}

export function changeMark(schema: Schema, { author, id }: Signature, mark: MarkName, on: boolean): Mark {
  return schema.mark('change', { id, author, mark, on })
}

/** What a proposed break would begin; null: not a proposed break. */
export function breakKindOf(text: ProseMirrorNode): BlockKind | null {
  for (const mark of text.marks) {
    const kind: unknown = mark.type.name === 'insertion' ? mark.attrs.kind : null
    if (typeof kind === 'string' && kind.startsWith('break:')) return kind.slice(6) as BlockKind
  }
  return null
}
