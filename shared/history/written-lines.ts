/** The lines of a document with who wrote each word, read from the items themselves: every Yjs client id is bound to a person. What is only proposed is not in them. */
import * as Y from 'yjs'
import { type Line, linesOf, type Words } from '../diff/lines'
import type { PersonId } from '../ids'
import { MARKS } from '../schema/blocks'
import { readBlocks, rootOf } from '../schema/ydoc'
import { textBlocksIn } from '../suggestions/block-edits'
import { markOf } from '../suggestions/mark-key'
import { textParts } from '../suggestions/text-items'

export function writtenLines(doc: Y.Doc, clients: ReadonlyMap<number, PersonId>): Line[] {
  const elements = textBlocksIn(rootOf(doc))
  let at = 0
  return linesOf(readBlocks(rootOf(doc)), () => {
    const element = elements[at++]
    return element === undefined ? [] : wordsIn(element, clients)
  })
}

/** Whoever wrote in `doc` after it was as in `before` (null: ever). Who only deleted left no trace in it. */
export function writersSince(doc: Y.Doc, before: Uint8Array | null, clients: ReadonlyMap<number, PersonId>): PersonId[] {
  const old = before === null ? new Map<number, number>() : Y.decodeStateVector(Y.encodeStateVectorFromUpdate(before))
  const writers = new Set<PersonId>()
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
    const person = clients.get(client)
    if (person !== undefined && clock > (old.get(client) ?? 0)) writers.add(person)
  }
  return [...writers]
}

function wordsIn(element: Y.XmlElement, clients: ReadonlyMap<number, PersonId>): Words[] {
  const words: Words[] = []
  for (const { text, attributes, item } of textParts(element, (each) => !each.deleted)) {
    const names = Object.keys(attributes).map(markOf)
    if (names.includes('insertion')) continue
    const marks = MARKS.filter((mark) => names.includes(mark))
    const author = clients.get(item.id.client) ?? null
    const last = words.at(-1)
    if (last && last.author === author && last.marks.join() === marks.join()) last.text += text
    else words.push({ text, marks, author })
  }
  return words
}
