/** What an honest editor does to a shared document when a person suggests, written on the document itself; and how to watch a change being judged. */
import * as Y from 'yjs'
import type { PersonId } from '../../ids'
import type { Block, MarkName } from '../../schema/blocks'
import { appendBlocks, rootOf } from '../../schema/ydoc'
import { textBlocksIn, textOfBlock } from '../block-edits'
import { markOf, overlappingKey } from '../mark-key'
import { BREAK, type BlockKind, joinValue, newSuggestionId, retypeValue } from '../proposal'
import { isInsertionOf, type Judged, type Verdict, verdict } from '../verdict'

export const NOW = 1_764_000_000_000

export function documentOf(blocks: readonly Block[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => appendBlocks(rootOf(doc), blocks))
  return doc
}

/** Applies `change` in one transaction and says how it would be judged as `person`'s. */
export function judged(doc: Y.Doc, person: PersonId, change: () => void, scope: Judged['scope'] = 'everywhere'): Verdict {
  let result: Verdict | null = null
  const watch = (transaction: Y.Transaction) => {
    result = verdict(transaction, { person, scope, latest: NOW + 60_000 })
  }
  doc.on('afterTransaction', watch)
  doc.transact(change)
  doc.off('afterTransaction', watch)
  if (result === null) throw new Error('no transaction took place')
  return result
}

type Attributes = Record<string, unknown>

/** One person's hands in suggesting mode. */
export class SuggestingHands {
  readonly doc: Y.Doc
  readonly person: PersonId
  #count = 0

  constructor(doc: Y.Doc, person: PersonId) {
    this.doc = doc
    this.person = person
  }

  newId(): string {
    this.#count += 1
    return newSuggestionId(this.person, NOW - 1000 + this.#count, (this.#count % 1000) / 1000)
  }

  block(index: number): Y.XmlElement {
    const block = textBlocksIn(rootOf(this.doc))[index]
    if (block === undefined) throw new Error(`no block ${index}`)
    return block
  }

  /** Proposes `text` at `offset`. Marks of others that would be inherited there are taken off the new text. */
  insert(block: Y.XmlElement, offset: number, text: string, kind: `break:${BlockKind}` | null = null, id = this.newId()): void {
    const own = textOfBlock(block)
    const around = attributesAt(own, offset)
    const cleared = Object.fromEntries(Object.keys(around).map((key) => [key, null]))
    const attrs = { id, author: this.person, kind }
    own.insert(offset, text, { ...cleared, [overlappingKey('insertion', attrs)]: attrs })
  }

  /** Goes on typing inside one's own proposal, as an editor writes it: the new text inherits the mark around it. */
  typeOn(block: Y.XmlElement, offset: number, text: string): boolean {
    const own = textOfBlock(block)
    const around = attributesAt(own, offset)
    const inBreak = Object.values(around).some((attrs) => typeof (attrs as { kind?: unknown }).kind === 'string')
    if (
      offset === 0 ||
      inBreak ||
      !isInsertionOf(around, this.person) ||
      !isInsertionOf(attributesAt(own, offset + 1), this.person)
    )
      return false
    own.insert(offset, text)
    return true
  }

  split(block: Y.XmlElement, offset: number, kind: BlockKind = 'paragraph'): void {
    this.insert(block, offset, BREAK, `break:${kind}`)
  }

  /** Proposes that a stretch goes; own proposals in it really go. */
  remove(block: Y.XmlElement, offset: number, length: number, id = this.newId()): void {
    const text = textOfBlock(block)
    const attrs = { id, author: this.person }
    let at = 0
    const deed: { start: number; length: number; own: boolean }[] = []
    for (const part of text.toDelta() as { insert: string; attributes?: Attributes }[]) {
      const start = Math.max(at, offset)
      const end = Math.min(at + part.insert.length, offset + length)
      if (end > start) deed.push({ start, length: end - start, own: isInsertionOf(part.attributes ?? {}, this.person) })
      at += part.insert.length
    }
    for (const { start, length: size, own } of deed.reverse()) {
      if (own) text.delete(start, size)
      else text.format(start, size, { [overlappingKey('deletion', attrs)]: attrs })
    }
  }

  emphasise(block: Y.XmlElement, offset: number, length: number, mark: MarkName, on: boolean, id = this.newId()): void {
    const attrs = { id, author: this.person, mark, on }
    textOfBlock(block).format(offset, length, { [overlappingKey('change', attrs)]: attrs })
  }

  join(block: Y.XmlElement, id = this.newId()): void {
    block.setAttribute('join', joinValue({ author: this.person, id }))
  }

  retype(block: Y.XmlElement, kind: BlockKind, id = this.newId()): void {
    block.setAttribute('retype', retypeValue({ author: this.person, id, kind }))
  }

  /** Takes every own proposal out again, as the person would one by one. */
  withdrawAll(): void {
    for (const block of textBlocksIn(rootOf(this.doc))) {
      for (const key of ['join', 'retype']) {
        if (String(block.getAttribute(key) ?? '').startsWith(`${this.person}|`)) block.removeAttribute(key)
      }
      const text = textOfBlock(block)
      let end = text.length
      for (const part of (text.toDelta() as { insert: string; attributes?: Attributes }[]).reverse()) {
        const start = end - part.insert.length
        end = start
        if (isInsertionOf(part.attributes ?? {}, this.person)) text.delete(start, part.insert.length)
        else {
          const own = Object.entries(part.attributes ?? {}).filter(
            ([key, value]) =>
              (markOf(key) === 'deletion' || markOf(key) === 'change') && (value as { author?: unknown }).author === this.person,
          )
          if (own.length > 0) text.format(start, part.insert.length, Object.fromEntries(own.map(([key]) => [key, null])))
        }
      }
    }
  }
}

/** The marks text inserted at `offset` would inherit. */
function attributesAt(text: Y.XmlText, offset: number): Attributes {
  let at = 0
  for (const part of text.toDelta() as { insert: string; attributes?: Attributes }[]) {
    at += part.insert.length
    if (at >= offset) return part.attributes ?? {}
  }
  return {}
}
