/**
 * How a suggestion stands in a document: only as inline text with marks, and as two attributes of a text block. Never a mark on
 * a node, never a structural step, so that y-prosemirror carries all of it and a server can judge a change by its blocks.
 *
 * - `insertion {id, author, kind}`: proposed text. `kind: 'break:<type>'` stands on a `¶` and proposes to split the block there.
 * - `deletion {id, author}`: text proposed to go.
 * - `change {id, author, mark, on}`: bold, italic or underline proposed to be set or taken off.
 * - block attribute `join`: `author|id`: proposed to be joined to the block before it.
 * - block attribute `retype`: `author|id|type`: proposed to become another kind of block.
 *
 * Marks of several authors, and several of one, may overlap: each value is a format key of its own (see `mark-key`).
 */
import type { PersonId } from '../ids'
import type { MarkName } from '../schema/blocks'

export const BREAK = '¶'

/** What a block can be proposed to become, or a proposed break to begin. */
export const BLOCK_KINDS = [
  'paragraph',
  'ordinal',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'quote',
  'title',
  'byline',
] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export const PROPOSAL_MARKS = ['insertion', 'deletion', 'change'] as const
export type ProposalMark = (typeof PROPOSAL_MARKS)[number]

export interface InsertionAttrs {
  id: string
  author: PersonId
  /** Null: text. */
  kind: `break:${BlockKind}` | null
}

export interface DeletionAttrs {
  id: string
  author: PersonId
}

export interface ChangeAttrs {
  id: string
  author: PersonId
  mark: MarkName
  on: boolean
}

export interface JoinProposal {
  author: PersonId
  id: string
}

export interface RetypeProposal extends JoinProposal {
  kind: BlockKind
}

const ID = /^([A-Za-z0-9_-]{1,64})\.([0-9a-z]{8,9})-[0-9a-z]{5}$/
const RANDOM_SPACE = 36 ** 5

/** A new suggestion's id: its author, so that nobody can take another's, its time (Unix ms, base 36) and a random tail. `random`: 0 ≤ value < 1. */
export function newSuggestionId(author: PersonId, now: number, random: number): string {
  return `${author}.${now.toString(36)}-${Math.floor(random * RANDOM_SPACE)
    .toString(36)
    .padStart(5, '0')}`
}

/** When a suggestion was made, by its author's clock (the server refuses ids from the future); null: no suggestion's id. */
export function timeOf(id: string): number | null {
  const time = ID.exec(id)?.[2]
  return time === undefined ? null : Number.parseInt(time, 36)
}

export function isIdOf(author: PersonId, id: unknown): id is string {
  return typeof id === 'string' && ID.exec(id)?.[1] === author
}

export function isBlockKind(value: unknown): value is BlockKind {
  return BLOCK_KINDS.some((kind) => kind === value)
}

export function joinValue({ author, id }: JoinProposal): string {
  return `${author}|${id}`
}

export function parseJoin(value: unknown): JoinProposal | null {
  if (typeof value !== 'string') return null
  const [author, id, ...rest] = value.split('|')
  if (author === undefined || rest.length > 0 || !isIdOf(author as PersonId, id)) return null
  return { author: author as PersonId, id }
}

export function retypeValue({ author, id, kind }: RetypeProposal): string {
  return `${author}|${id}|${kind}`
}

export function parseRetype(value: unknown): RetypeProposal | null {
  if (typeof value !== 'string') return null
  const [author, id, kind, ...rest] = value.split('|')
  if (author === undefined || rest.length > 0 || !isIdOf(author as PersonId, id) || !isBlockKind(kind)) return null
  return { author: author as PersonId, id, kind }
}
