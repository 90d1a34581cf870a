/**
 * Where a comment stands: a mark `comment {thread}` over its words, set by the server alone. Unlike a pair of positions it goes
 * with the words when somebody splits, joins or moves what they stand in. A selection arrives as two relative positions.
 */
import * as Y from 'yjs'
import { rootOf } from '../schema/ydoc'
import { textBlocksIn, textsOf } from '../suggestions/block-edits'
import { overlappingKey } from '../suggestions/mark-key'

/** A Yjs relative position as JSON. */
export type Position = Record<string, unknown>

const COMMENT_MARK = 'comment'
/** What is kept of the words a thread is about, for when they are gone. */
const MAX_QUOTE_CHARS = 300

interface Part {
  insert: string
  attributes?: Record<string, unknown>
}

/** Marks the words between `from` and `to` for `thread`, inside the caller's transaction. @returns these words; empty: there are none, nothing was done. */
export function setAnchor(doc: Y.Doc, thread: string, from: Position, to: Position): string {
  const ends = [offsetOf(doc, from), offsetOf(doc, to)].filter((offset) => offset !== null).sort((a, b) => a - b)
  const [start, end] = ends
  if (start === undefined || end === undefined || start === end) return ''
  const attrs = { thread }
  const format = { [overlappingKey(COMMENT_MARK, attrs)]: attrs }
  const words: string[] = []
  let at = 0
  for (const block of textBlocksIn(rootOf(doc))) {
    let inBlock = ''
    for (const text of textsOf(block)) {
      const first = Math.max(start - at, 0)
      const last = Math.min(end - at, text.length)
      if (last > first) {
        inBlock += plainText(text).slice(first, last)
        text.format(first, last - first, format)
      }
      at += text.length
    }
    if (inBlock !== '') words.push(inBlock)
  }
  return words.join('\n').slice(0, MAX_QUOTE_CHARS)
}

/** Marks the first place where `words` stand in one block. @returns false if they stand nowhere. */
export function setAnchorOn(doc: Y.Doc, thread: string, words: string): boolean {
  const attrs = { thread }
  for (const text of textBlocksIn(rootOf(doc)).flatMap(textsOf)) {
    const at = plainText(text).indexOf(words)
    if (at === -1) continue
    text.format(at, words.length, { [overlappingKey(COMMENT_MARK, attrs)]: attrs })
    return true
  }
  return false
}

/** Takes the mark of `thread` off, wherever it stands. */
export function removeAnchor(doc: Y.Doc, thread: string): void {
  const key = overlappingKey(COMMENT_MARK, { thread })
  for (const text of textBlocksIn(rootOf(doc)).flatMap(textsOf)) {
    let at = 0
    for (const { insert, attributes = {} } of text.toDelta() as Part[]) {
      if (key in attributes) text.format(at, insert.length, { [key]: null })
      at += insert.length
    }
  }
}

function plainText(text: Y.XmlText): string {
  return (text.toDelta() as Part[]).map(({ insert }) => insert).join('')
}

/** Characters of text before `position` in the whole document; null: it points to nothing in it. */
function offsetOf(doc: Y.Doc, position: Position): number | null {
  const absolute = resolve(doc, position)
  if (absolute === null) return null
  const counted = count(rootOf(doc), absolute.type, absolute.index)
  return counted.found ? counted.chars : null
}

function resolve(doc: Y.Doc, position: Position): Y.AbsolutePosition | null {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), doc)
  } catch {
    // It comes from outside: an id that belongs to nothing here.
    return null
  }
}

/** Counts the characters under `node` up to child or character `index` of `wanted`, or all of them. */
function count(node: unknown, wanted: unknown, index: number): { chars: number; found: boolean } {
  if (node instanceof Y.XmlText) {
    return node === wanted ? { chars: Math.min(index, node.length), found: true } : { chars: node.length, found: false }
  }
  if (!(node instanceof Y.XmlFragment)) return { chars: 0, found: false }
  let chars = 0
  for (const [at, child] of node.toArray().entries()) {
    if (node === wanted && at === index) return { chars, found: true }
    const inside = count(child, wanted, index)
    chars += inside.chars
    if (inside.found) return { chars, found: true }
  }
  return { chars, found: node === wanted }
}
