/**
 * Races an honest client can lose, mended instead of refused. What a person proposes is written against the text they see; while
 * it travels, others decide, edit and propose in the same block, and Yjs puts the pieces together by position: new text arrives
 * without the mark of a proposal that was just decided, a deletion meets text that was just accepted, a mark that was taken off
 * comes back behind new text, two proposals want the same block. The text gets its mark, the deletion becomes a proposed one,
 * marks of others are as they were, who came first stays. Nothing accepted ever changes by it; after it the rule must hold.
 */
import type * as Y from 'yjs'
import { MARKS } from '../schema/blocks'
import { textOfBlock } from './block-edits'
import { markOf, overlappingKey } from './mark-key'
import { PROPOSAL_MARKS } from './proposal'
import { type Attributes, type TextPart, textParts } from './text-items'
import { isNew } from './transaction-items'
import { type Inspection, isInsertionOf } from './verdict'

export interface RepairOptions {
  /** Whether a Yjs client id belongs to the person judged. */
  isOwnClient(client: number): boolean
  /** Whether others changed this block so lately that the person cannot have seen it. */
  isContested(block: Y.XmlElement): boolean
  newId(): string
}

/**
 * Mends what `inspection` found, in a transaction of its own. Call it where `inspect` was called: Yjs joins neighbouring items
 * once the observed transaction is over, and new text could no longer be told from old.
 * @returns whether there was anything of this kind to mend.
 */
export function repair(inspection: Inspection, options: RepairOptions): boolean {
  let mended = inspection.displaced.length > 0
  for (const { block, key, value } of inspection.displaced) block.setAttribute(key, value)
  for (const { block, before } of inspection.changes) {
    const contested = options.isContested(block)
    mended = restoreDeleted(block, before, contested, inspection, options) || mended
    mended = markTyped(block, contested, inspection, options) || mended
    if (contested) mended = restoreMarks(block, before, inspection) || mended
  }
  return mended
}

/** Puts back text that this person deleted although it was no proposal of theirs, as a proposed deletion. */
function restoreDeleted(
  block: Y.XmlElement,
  before: readonly TextPart[],
  contested: boolean,
  { judged }: Inspection,
  { isOwnClient, newId }: RepairOptions,
): boolean {
  const attrs = { id: newId(), author: judged.person }
  const standing = new Map(textParts(block, isVisible).map((part) => [placeOf(part), part]))
  /** Where the text after the one at hand begins now. */
  let next: { owner: Y.XmlText; at: number } | null = null
  let mended = false
  for (const part of [...before].reverse()) {
    const stands = standing.get(placeOf(part))
    if (stands !== undefined) {
      next = { owner: stands.owner, at: stands.at }
      continue
    }
    if (isInsertionOf(part.attributes, judged.person) || !(contested || isOwnClient(part.item.id.client))) continue
    next ??= { owner: textOfBlock(block), at: textOfBlock(block).length }
    next.owner.insert(next.at, part.text, { ...part.attributes, [overlappingKey('deletion', attrs)]: attrs })
    mended = true
  }
  return mended
}

/** Marks new plain text of this person's. Where nobody else is at work it must stand beside text of their own. */
function markTyped(
  block: Y.XmlElement,
  contested: boolean,
  { transaction, judged }: Inspection,
  { isOwnClient, newId }: RepairOptions,
): boolean {
  const attrs = { id: newId(), author: judged.person, kind: null }
  const unmarked = textParts(block, isVisible).filter(({ item, attributes }) => {
    if (!isNew(item, transaction) || isInsertionOf(attributes, judged.person) || !isOwnClient(item.id.client)) return false
    return contested || [item.origin, item.rightOrigin].some((neighbour) => neighbour !== null && isOwnClient(neighbour.client))
  })
  for (const { owner, at, text } of unmarked.reverse())
    owner.format(at, text.length, { [overlappingKey('insertion', attrs)]: attrs })
  return unmarked.length > 0
}

/** Gives older text the marks it had, this person's own deletions and changes aside, and frees new text of marks of others that came with it. */
function restoreMarks(block: Y.XmlElement, before: readonly TextPart[], { transaction, judged }: Inspection): boolean {
  const had = new Map<string, Attributes>()
  for (const { attributes, item, text } of before) {
    for (let i = 0; i < text.length; i++) had.set(`${item.id.client}:${item.id.clock + i}`, attributes)
  }
  let mended = false
  for (const { attributes, setBy, item, owner, at, text } of textParts(block, isVisible).reverse()) {
    const earlier = had.get(`${item.id.client}:${item.id.clock}`)
    const restored: Record<string, unknown> = {}
    for (const key of new Set([...Object.keys(attributes), ...Object.keys(earlier ?? {})])) {
      const source = setBy[key]
      if (earlier === undefined) {
        const cameWithIt = source !== undefined && isNew(source, transaction)
        const mayBe = MARKS.some((mark) => mark === key) || isOwn(attributes[key], judged.person)
        if (isNew(item, transaction) && key in attributes && cameWithIt && !mayBe) restored[key] = null
      } else if (!isOwnDeletionOrChange(key, attributes[key] ?? earlier[key], judged.person)) {
        const same = JSON.stringify(attributes[key]) === JSON.stringify(earlier[key])
        // On text of their own proposal the person is free to change plain marks, and their own.
        const isFree =
          isInsertionOf(earlier, judged.person) &&
          (MARKS.some((mark) => mark === key) || isOwn(attributes[key] ?? earlier[key], judged.person))
        if (!same && !isFree) restored[key] = earlier[key] ?? null
      }
    }
    if (Object.keys(restored).length === 0) continue
    owner.format(at, text.length, restored)
    mended = true
  }
  return mended
}

function isOwnDeletionOrChange(key: string, value: unknown, person: string): boolean {
  const mark = markOf(key)
  return PROPOSAL_MARKS.some((known) => known === mark) && mark !== 'insertion' && isOwn(value, person)
}

function isOwn(value: unknown, person: string): boolean {
  return typeof value === 'object' && value !== null && 'author' in value && value.author === person
}

function isVisible(item: Y.Item): boolean {
  return !item.deleted
}

function placeOf({ item }: TextPart): string {
  return `${item.id.client}:${item.id.clock}`
}
