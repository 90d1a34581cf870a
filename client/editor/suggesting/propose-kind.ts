/** A block proposed to become another kind; asking for what it is takes the proposal back. */
import type { Transaction } from '@tiptap/pm/state'
import { type BlockKind, parseRetype, retypeValue } from '../../../shared/suggestions/proposal'
import { kindOf } from '../block-commands'
import type { Proposer } from './proposer'
import type { RefusalReason } from './suggesting-state'

export function proposeKind(out: Transaction, pos: number, kind: BlockKind, { author, newId }: Proposer): RefusalReason | null {
  const block = out.doc.nodeAt(pos)
  if (block === null || out.doc.resolve(pos).depth > 0) return 'table'
  const standing = parseRetype(block.attrs.retype)
  if (standing !== null && standing.author !== author) return 'taken'
  const value = kind === kindOf(block) ? null : retypeValue({ author, id: standing?.id ?? newId(), kind })
  if (value !== block.attrs.retype) out.setNodeAttribute(pos, 'retype', value)
  return null
}
