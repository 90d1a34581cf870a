/**
 * An editor's change that meets a suggester's. The editor types inside a proposal: Yjs closes its mark before the word and opens it
 * again behind. The proposal's author takes it back at the same moment, and with it the end of the mark: what follows in the
 * paragraph, accepted long ago, now lies under the mark, and refusing would take it away. Or the author types on where the editor
 * closed the mark, and a word nobody decided on is accepted. An editor's page sets no proposals on text, so what is too much under a
 * mark is freed, and what lost its mark gets it again.
 */
import * as Y from 'yjs'
import { align, type Character } from './align'
import { isTextBlock } from './block-edits'
import { markOf } from './mark-key'
import { PROPOSAL_MARKS } from './proposal'
import { type Attributes, ForeignContent, type TextPart, textParts } from './text-items'
import { isNew, wasVisible } from './transaction-items'

export interface KeepApartOptions {
  /** Whether others were at work in this block so lately that the editor may not have seen it. */
  isContested(block: Y.XmlElement): boolean
  /** By proposal, what editors took away of its text: taking that back, they bring it back with its mark. Kept between calls. */
  takenAway: Map<string, string>
}

interface Marked extends Character {
  block: Y.XmlElement
  item: Y.Item
  owner: Y.XmlText
  at: number
}

interface Standing extends Marked {
  attributes: Attributes
}

/** Text under one proposal before and after, in all blocks that changed. */
interface Stretch {
  value: Attributes
  before: Marked[]
  after: Marked[]
}

/** Call it where `inspect` is called. @returns whether anything was mended. */
export function keepApart(transaction: Y.Transaction, options: KeepApartOptions): boolean {
  const blocks = changedBlocks(transaction)
  const stretches = new Map<string, Stretch>()
  const standing = new Map<string, Standing>()
  /** Characters that went. */
  const gone = new Set<string>()
  try {
    for (const block of blocks) {
      const before = textParts(block, (item) => wasVisible(item, transaction))
      const after = block._item?.deleted === true ? [] : textParts(block, (item) => !item.deleted)
      collect(stretches, 'before', block, before)
      collect(stretches, 'after', block, after)
      for (const { text, item } of before) if (item.deleted) for (const character of text) gone.add(character)
      for (const one of charactersOf(block, after)) standing.set(one.place, one)
    }
  } catch (error) {
    if (error instanceof ForeignContent) return false
    throw error
  }
  let mended = false
  for (const [key, stretch] of stretches) {
    // Equal characters may trade places, marks and all.
    const found = align(stretch.before, stretch.after)
    if (found === null) continue
    const taken = stretch.before.filter(({ item }, index) => found[index] === null && item.deleted).map(({ text }) => text)
    if (taken.length > 0) options.takenAway.set(key, (options.takenAway.get(key) ?? '') + taken.join(''))
    mended = freeSurplus(key, stretch, found, { ...options, transaction }) || mended
    if (markOf(key) === 'insertion') mended = markAgain(key, stretch, found, { ...options, standing, gone }) || mended
  }
  return mended
}

function changedBlocks(transaction: Y.Transaction): Set<Y.XmlElement> {
  const blocks = new Set<Y.XmlElement>()
  for (const type of transaction.changed.keys()) {
    const block: unknown = type instanceof Y.XmlText ? type.parent : type
    if (isTextBlock(block)) blocks.add(block)
    else if (type instanceof Y.XmlFragment) for (const block of goneOrCome(type, transaction)) blocks.add(block)
  }
  return blocks
}

function goneOrCome(parent: Y.XmlFragment, transaction: Y.Transaction): Y.XmlElement[] {
  const blocks: Y.XmlElement[] = []
  for (let item = parent._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentType) || !isTextBlock(item.content.type)) continue
    const isGone = item.deleted && wasVisible(item, transaction)
    if (isGone || (!item.deleted && isNew(item, transaction))) blocks.push(item.content.type)
  }
  return blocks
}

function collect(
  stretches: Map<string, Stretch>,
  when: 'before' | 'after',
  block: Y.XmlElement,
  parts: readonly TextPart[],
): void {
  for (const { attributes, ...one } of charactersOf(block, parts)) {
    for (const [key, value] of Object.entries(attributes)) {
      if (!PROPOSAL_MARKS.some((mark) => mark === markOf(key))) continue
      const stretch = stretches.get(key) ?? { value: value as Attributes, before: [], after: [] }
      stretches.set(key, stretch)
      stretch[when].push(one)
    }
  }
}

function charactersOf(block: Y.XmlElement, parts: readonly TextPart[]): Standing[] {
  return parts.flatMap(({ text, attributes, item, owner, at }) => {
    let offset = 0
    return [...text].map((character) => {
      const place = `${item.id.client}:${item.id.clock + offset}`
      const one = { text: character, place, marks: '', attributes, block, item, owner, at: at + offset }
      offset += character.length
      return one
    })
  })
}

type Found = readonly (number | null)[]

/** What is too much under the mark was never proposed. */
function freeSurplus(
  key: string,
  { after }: Stretch,
  found: Found,
  { transaction, isContested, takenAway }: KeepApartOptions & { transaction: Y.Transaction },
): boolean {
  const known = new Set(found)
  let mended = false
  for (const [index, { block, item, owner, at, text }] of [...after.entries()].reverse()) {
    if (known.has(index)) continue
    const isBack = takenAway.get(key)?.includes(text) === true
    if (isNew(item, transaction) && (isBack || !isContested(block))) continue
    owner.format(at, text.length, { [key]: null })
    mended = true
  }
  return mended
}

/**
 * Its author's text that stands, and under their mark no more. Where all of it does, it was decided; where an equal character went, it
 * may have been plain and taken the other's place.
 */
function markAgain(
  key: string,
  { value, before, after }: Stretch,
  found: Found,
  { standing, gone, isContested }: KeepApartOptions & { standing: ReadonlyMap<string, Standing>; gone: ReadonlySet<string> },
): boolean {
  let mended = false
  if (after.length === 0 && before.every(({ item }) => !item.deleted)) return false
  for (const [index, { place }] of [...before.entries()].reverse()) {
    const here = standing.get(place)
    if (found[index] !== null || here === undefined || key in here.attributes) continue
    if (gone.has(here.text) || !isContested(here.block)) continue
    here.owner.format(here.at, here.text.length, { [key]: value })
    mended = true
  }
  return mended
}
