/** What changes would do to a text, in its own words: what they write and what they take away, where it stands. Nothing is applied. */
import * as Y from 'yjs'
import { rootOf } from '../../shared/schema/ydoc'
import { textBlocksIn } from '../../shared/suggestions/block-edits'
import { markOf } from '../../shared/suggestions/mark-key'
import { BREAK } from '../../shared/suggestions/proposal'
import { type Attributes, ForeignContent, type TextPart, textParts } from '../../shared/suggestions/text-items'
import { isNew, wasVisible } from '../../shared/suggestions/transaction-items'
import { isWhole, understandable } from './update-gap'

export interface Words {
  op: 'same' | 'insert' | 'delete'
  text: string
}

export interface WordsChanged {
  /** One for each paragraph in which words come or go; without words of the text where the place is not known any more. */
  passages: Words[][]
  /** Paragraphs that change without a word: their kind, their marks. */
  others: number
}

export function wordsIn(doc: Y.Doc, updates: readonly Uint8Array[]): WordsChanged {
  const copy = new Y.Doc()
  // Its type must be known before something in it changes.
  rootOf(copy)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const rows = updates.map((update) => ({ update }))
  const inPlace = understandable(rows, copy)
  let changed: WordsChanged = { passages: [], others: 0 }
  // Deleted words can be read until the transaction is over.
  copy.once('afterTransaction', (transaction: Y.Transaction) => {
    changed = changesOf(transaction)
  })
  if (inPlace.length > 0) Y.applyUpdate(copy, Y.mergeUpdates(inPlace.map(({ update }) => update)))
  const isPlaced = isWhole(copy)
  copy.destroy()
  if (!isPlaced) changed = { passages: [], others: 0 }
  const placeless = rows.filter((row) => !isPlaced || !inPlace.includes(row)).map(({ update }) => update)
  const bare = placeless.length === 0 ? '' : bareWords(Y.mergeUpdates(placeless))
  if (bare === '') return changed
  return { ...changed, passages: [...changed.passages, [{ op: 'insert', text: bare }]] }
}

/** What is written, a line for each place; what is taken away is still in the text. */
export function writtenIn({ passages }: WordsChanged): string {
  return passages.flatMap(runsIn).join('\n')
}

function runsIn(words: readonly Words[]): string[] {
  const runs: string[] = []
  let isOpen = false
  for (const { op, text } of words) {
    if (op === 'same') isOpen = false
    if (op !== 'insert') continue
    if (isOpen) runs[runs.length - 1] += text
    else runs.push(text)
    isOpen = true
  }
  return runs
}

function changesOf(transaction: Y.Transaction): WordsChanged {
  const passages: Words[][] = []
  const blocks = blocksChangedBy(transaction)
  let others = 0
  for (const block of inOrder(blocks, transaction)) {
    const words = wordsOf(block, transaction)
    if (words.some(({ op }) => op !== 'same')) passages.push(words)
    else others += 1
  }
  return { passages, others }
}

function blocksChangedBy(transaction: Y.Transaction): Set<unknown> {
  const blocks = new Set<unknown>()
  for (const type of transaction.changed.keys()) blocks.add(type instanceof Y.XmlText ? type.parent : type)
  return blocks
}

/** The text blocks that changed, came or went, as they stand in the text; those that went after those that stay. */
function inOrder(changed: ReadonlySet<unknown>, transaction: Y.Transaction): Y.XmlElement[] {
  const standing = textBlocksIn(rootOf(transaction.doc)).filter(
    (block) => changed.has(block) || (block._item !== null && isNew(block._item, transaction)),
  )
  const gone = [...changed].flatMap((parent) => (parent instanceof Y.XmlFragment ? goneFrom(parent, transaction) : []))
  return [...standing, ...gone]
}

function goneFrom(parent: Y.XmlFragment, transaction: Y.Transaction): Y.XmlElement[] {
  const gone: Y.XmlElement[] = []
  for (let item = parent._start; item !== null; item = item.right) {
    if (!item.deleted || !wasVisible(item, transaction) || !(item.content instanceof Y.ContentType)) continue
    if (item.content.type instanceof Y.XmlElement) gone.push(item.content.type)
  }
  return gone
}

function wordsOf(block: Y.XmlElement, transaction: Y.Transaction): Words[] {
  const isStanding = (item: Y.Item) => !item.deleted
  const wasStanding = (item: Y.Item) => wasVisible(item, transaction)
  try {
    const before = marksByItem(textParts(block, wasStanding))
    const after = marksByItem(textParts(block, isStanding))
    const all = textParts(block, (item) => isStanding(item) || wasStanding(item))
    return joined(all.map(({ item, text }) => told(text, before.get(item) ?? null, after.get(item) ?? null)))
  } catch (error) {
    if (error instanceof ForeignContent) return []
    throw error
  }
}

function marksByItem(parts: readonly TextPart[]): Map<Y.Item, Attributes> {
  return new Map(parts.map(({ item, attributes }) => [item, attributes]))
}

/** Words proposed to go are as good as gone: that is what their author meant. */
function told(text: string, before: Attributes | null, after: Attributes | null): Words {
  if (before === null) return { op: 'insert', text: isBreak(after) ? text.replaceAll(BREAK, '\n') : text }
  const isProposedToGo = Object.keys(after ?? {}).some((key) => markOf(key) === 'deletion' && !(key in before))
  return { op: after === null || isProposedToGo ? 'delete' : 'same', text }
}

function isBreak(attributes: Attributes | null): boolean {
  return Object.entries(attributes ?? {}).some(
    ([key, value]) => markOf(key) === 'insertion' && typeof (value as { kind?: unknown } | null)?.kind === 'string',
  )
}

function joined(parts: readonly Words[]): Words[] {
  const words: Words[] = []
  for (const { op, text } of parts) {
    const last = words.at(-1)
    if (last?.op === op) last.text += text
    else words.push({ op, text })
  }
  return words
}

/** All text an update writes, without a document to put it into. */
function bareWords(update: Uint8Array): string {
  const { structs, ds } = Y.decodeUpdate(update)
  const isDeleted = (id: Y.ID) =>
    (ds.clients.get(id.client) ?? []).some(({ clock, len }) => id.clock >= clock && id.clock < clock + len)
  const isText = (struct: unknown): struct is Y.Item & { content: Y.ContentString } =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString
  return structs
    .filter(isText)
    .map(({ id, content: { str } }) =>
      Array.from({ length: str.length }, (_, index) =>
        isDeleted(Y.createID(id.client, id.clock + index)) ? '' : str.charAt(index),
      ).join(''),
    )
    .join('')
}
