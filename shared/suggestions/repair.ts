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
import { BREAK } from './proposal'
import { realign } from './realign'
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
    if (options.isContested(block)) {
      mended = realign(block, before, inspection, options.newId()) || mended
      mended = restoreMarks(block, before, inspection) || mended
      mended = straightenBreaks(block, inspection) || mended
    } else {
      mended = restoreDeleted(block, before, inspection, options) || mended
      mended = markTyped(block, inspection, options) || mended
    }
  }
  return mended
}

/** Puts back text of this person's that they deleted although it was a proposal no more, as a proposed deletion. */
function restoreDeleted(
  block: Y.XmlElement,
  before: readonly TextPart[],
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
    if (isInsertionOf(part.attributes, judged.person) || !isOwnClient(part.item.id.client)) continue
    next ??= { owner: textOfBlock(block), at: textOfBlock(block).length }
    next.owner.insert(next.at, part.text, { ...part.attributes, [overlappingKey('deletion', attrs)]: attrs })
    mended = true
  }
  return mended
}

/** Marks new plain text of this person's beside text of their own. */
function markTyped(block: Y.XmlElement, { transaction, judged }: Inspection, { isOwnClient, newId }: RepairOptions): boolean {
  const attrs = { id: newId(), author: judged.person, kind: null }
  const unmarked = textParts(block, isVisible).filter(({ item, attributes }) => {
    if (!isNew(item, transaction) || isInsertionOf(attributes, judged.person) || !isOwnClient(item.id.client)) return false
    return [item.origin, item.rightOrigin].some((neighbour) => neighbour !== null && isOwnClient(neighbour.client))
  })
  for (const { owner, at, text } of unmarked.reverse())
    owner.format(at, text.length, { [overlappingKey('insertion', attrs)]: attrs })
  return unmarked.length > 0
}

/** Gives this person's proposed text the marks of others that it had, and frees what is new of those that came with it. */
function restoreMarks(block: Y.XmlElement, before: readonly TextPart[], { transaction, judged }: Inspection): boolean {
  const had = new Map<string, Attributes>()
  for (const { attributes, item, text } of before) {
    for (let i = 0; i < text.length; i++) had.set(`${item.id.client}:${item.id.clock + i}`, attributes)
  }
  // Plain marks, and their own, are theirs to change there.
  const isFree = (key: string, value: unknown) => MARKS.some((mark) => mark === key) || isOwn(value, judged.person)
  let mended = false
  for (const part of textParts(block, isVisible).reverse()) {
    const { attributes, setBy, item, owner, at, text } = part
    const earlier = had.get(placeOf(part))
    if (!isInsertionOf(attributes, judged.person) || (earlier !== undefined && !isInsertionOf(earlier, judged.person))) continue
    const restored: Record<string, unknown> = {}
    for (const key of new Set([...Object.keys(attributes), ...Object.keys(earlier ?? {})])) {
      if (isFree(key, attributes[key] ?? earlier?.[key])) continue
      const source = setBy[key]
      const cameWithIt = isNew(item, transaction) && source !== undefined && isNew(source, transaction)
      const isOther = earlier !== undefined && JSON.stringify(attributes[key]) !== JSON.stringify(earlier[key])
      if (isOther || (earlier === undefined && cameWithIt)) restored[key] = earlier?.[key] ?? null
    }
    if (Object.keys(restored).length === 0) continue
    owner.format(at, text.length, restored)
    mended = true
  }
  return mended
}

/** Words of this person's that came to lie under the mark of a break of theirs are proposed as words. */
function straightenBreaks(block: Y.XmlElement, { judged }: Inspection): boolean {
  let mended = false
  for (const { attributes, owner, at, text } of textParts(block, isVisible).reverse()) {
    if (!isInsertionOf(attributes, judged.person)) continue
    for (const [key, value] of Object.entries(attributes)) {
      const { id, author, kind } = (value ?? {}) as { id?: unknown; author?: unknown; kind?: unknown }
      if (markOf(key) !== 'insertion' || author !== judged.person || kind === null) continue
      const plain = { id, author, kind: null }
      for (const words of text.matchAll(NO_BREAKS)) {
        owner.format(at + words.index, words[0].length, { [key]: null, [overlappingKey('insertion', plain)]: plain })
        mended = true
      }
    }
  }
  return mended
}

const NO_BREAKS = new RegExp(`[^${BREAK}]+`, 'g')

function isOwn(value: unknown, person: string): boolean {
  return typeof value === 'object' && value !== null && 'author' in value && value.author === person
}

function isVisible(item: Y.Item): boolean {
  return !item.deleted
}

function placeOf({ item }: TextPart): string {
  return `${item.id.client}:${item.id.clock}`
}
