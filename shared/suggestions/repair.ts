/**
 * Two races an honest client can lose, mended instead of refused: a suggester types inside a proposal that was accepted or
 * refused a moment ago (the new text arrives without a mark), or deletes proposed text that was accepted a moment ago (it
 * arrives as a plain deletion). The text gets its mark, the deletion becomes a proposed one. After it the rule must hold.
 */
import type * as Y from 'yjs'
import { textOfBlock } from './block-edits'
import { overlappingKey } from './mark-key'
import { type TextPart, textParts } from './text-items'
import { type Inspection, isInsertionOf, isNew } from './verdict'

export interface RepairOptions {
  /** Whether a Yjs client id belongs to the person judged. */
  isOwnClient(client: number): boolean
  newId(): string
}

/**
 * Mends what `inspection` found, in a transaction of its own. Call it where `inspect` was called: Yjs joins neighbouring items
 * once the observed transaction is over, and new text could no longer be told from old.
 * @returns whether there was anything of this kind to mend.
 */
export function repair(inspection: Inspection, options: RepairOptions): boolean {
  let mended = false
  for (const { block, before } of inspection.changes) {
    const after = textParts(block, (item) => !item.deleted)
    mended = restoreDeleted(block, before, after, inspection, options) || mended
    mended = markTyped(block, inspection, options) || mended
  }
  return mended
}

/** Marks new plain text that was typed beside this person's own. */
function markTyped(block: Y.XmlElement, { transaction, judged }: Inspection, { isOwnClient, newId }: RepairOptions): boolean {
  const attrs = { id: newId(), author: judged.person, kind: null }
  const unmarked = textParts(block, (item) => !item.deleted).filter(({ item, attributes }) => {
    if (!isNew(item, transaction) || isInsertionOf(attributes, judged.person)) return false
    // What the repair itself puts back is no typing, and has its deletion mark.
    if (!isOwnClient(item.id.client)) return false
    return [item.origin, item.rightOrigin].some((neighbour) => neighbour !== null && isOwnClient(neighbour.client))
  })
  for (const { owner, at, text } of unmarked.reverse())
    owner.format(at, text.length, { [overlappingKey('insertion', attrs)]: attrs })
  return unmarked.length > 0
}

/** Puts back accepted text of this person's own typing that they deleted, as a proposed deletion. */
function restoreDeleted(
  block: Y.XmlElement,
  before: readonly TextPart[],
  after: readonly TextPart[],
  { judged }: Inspection,
  { isOwnClient, newId }: RepairOptions,
): boolean {
  const attrs = { id: newId(), author: judged.person }
  const standing = new Map(after.map((part) => [`${part.item.id.client}:${part.item.id.clock}`, part]))
  let next: TextPart | null = null
  let mended = false
  for (const part of [...before].reverse()) {
    const stands = standing.get(`${part.item.id.client}:${part.item.id.clock}`)
    if (stands !== undefined) {
      next = stands
      continue
    }
    if (isInsertionOf(part.attributes, judged.person) || !isOwnClient(part.item.id.client)) continue
    const owner = next?.owner ?? textOfBlock(block)
    owner.insert(next?.at ?? owner.length, part.text, { ...part.attributes, [overlappingKey('deletion', attrs)]: attrs })
    mended = true
  }
  return mended
}
