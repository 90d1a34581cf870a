/**
 * Taking and refusing suggestions on the shared document. Each deed leaves a step by which it can be taken back later, whatever
 * was written meanwhile; a step finds its place by the neighbours, and since splitting, joining and turning a block copies its
 * text, these come first and the text itself last: what a step refers to must live on.
 */
import type * as Y from 'yjs'
import { joinToPrevious, kindOf, retypeBlock, splitBlock, textBlocksIn, textsOf } from './block-edits'
import { markOf } from './mark-key'
import { type BlockKind, BREAK, parseJoin, parseRetype } from './proposal'
import { placeAt, type UndoStep } from './undo'

export type Decision = 'accept' | 'reject'

interface Part {
  insert: string
  attributes?: Record<string, { id?: unknown } | undefined>
}

/** A part of a text that is decided on. */
interface Hit {
  text: Y.XmlText
  start: number
  part: Part
  marks: [key: string, attrs: unknown][]
}

/** Decides every suggestion whose id is in `ids`, inside the caller's transaction. @returns how to take it back, in the order to do it. */
export function decide(fragment: Y.XmlFragment, ids: ReadonlySet<string>, decision: Decision): UndoStep[] {
  const steps: UndoStep[] = []
  for (const block of textBlocksIn(fragment)) decideRetype(block, ids, decision, steps)
  if (decision === 'accept') {
    for (const block of textBlocksIn(fragment).reverse()) takeBreaks(block, ids, steps)
  }
  for (const block of textBlocksIn(fragment)) decideJoin(block, ids, decision, steps)
  for (const block of textBlocksIn(fragment).reverse()) {
    for (const hit of hitsIn(block, ids)) decideText(hit, decision, steps)
  }
  // The last deed is taken back first.
  return steps.reverse()
}

/** From the back to the front, so that the places of those still to come stay valid. */
function hitsIn(block: Y.XmlElement, ids: ReadonlySet<string>): Hit[] {
  return textsOf(block)
    .flatMap((text) => {
      let start = 0
      return (text.toDelta() as Part[]).flatMap((part): Hit[] => {
        const at = start
        start += part.insert.length
        const marks = Object.entries(part.attributes ?? {}).filter(
          ([, attrs]) => typeof attrs?.id === 'string' && ids.has(attrs.id),
        )
        return marks.length === 0 ? [] : [{ text, start: at, part, marks }]
      })
    })
    .reverse()
}

function decideRetype(block: Y.XmlElement, ids: ReadonlySet<string>, decision: Decision, steps: UndoStep[]): void {
  const value: unknown = block.getAttribute('retype')
  const retype = parseRetype(value)
  if (retype === null || !ids.has(retype.id)) return
  const kind = kindOf(block)
  block.removeAttribute('retype')
  const standing = decision === 'accept' ? retypeBlock(block, retype.kind) : block
  steps.push({ do: 'block', block: placeAt(standing, 0), kind, attribute: 'retype', value: String(value) })
}

function takeBreaks(block: Y.XmlElement, ids: ReadonlySet<string>, steps: UndoStep[]): void {
  for (const { text, start, part, marks } of hitsIn(block, ids)) {
    const kind = breakOf(marks)
    if (kind === null || marks.some(([key]) => markOf(key) === 'deletion')) continue
    // Neighbouring breaks of one suggestion stand in one part; words that came to lie under the mark beside them are only words.
    for (let at = start + part.insert.length - 1; at >= start; at--) {
      if (part.insert.charAt(at - start) !== BREAK) continue
      text.delete(at, 1)
      const made = splitBlock(block, text, at, kind)
      steps.push({
        do: 'unsplit',
        block: placeAt(made, 0),
        text: part.insert.charAt(at - start),
        attributes: part.attributes ?? {},
      })
    }
  }
}

function breakOf(marks: Hit['marks']): BlockKind | null {
  for (const [key, attrs] of marks) {
    const kind = markOf(key) === 'insertion' ? (attrs as { kind?: unknown }).kind : null
    if (typeof kind === 'string' && kind.startsWith('break:')) return kind.slice(6) as BlockKind
  }
  return null
}

function decideJoin(block: Y.XmlElement, ids: ReadonlySet<string>, decision: Decision, steps: UndoStep[]): void {
  const value: unknown = block.getAttribute('join')
  const join = parseJoin(value)
  if (join === null || !ids.has(join.id)) return
  const kind = kindOf(block)
  block.removeAttribute('join')
  const seam = decision === 'accept' ? joinToPrevious(block) : null
  if (seam !== null) {
    // Behind the character before: text that is put back at the beginning of what was joined belongs to its side.
    steps.push({ do: 'unjoin', at: placeAt(seam.text, seam.offset, -1), kind, join: String(value) })
  } else steps.push({ do: 'block', block: placeAt(block, 0), kind, attribute: 'join', value: String(value) })
}

function decideText({ text, start, part, marks }: Hit, decision: Decision, steps: UndoStep[]): void {
  const { length } = part.insert
  if (marks.some(([key]) => markOf(key) === (decision === 'accept' ? 'deletion' : 'insertion'))) {
    text.delete(start, length)
    steps.push({ do: 'insert', at: placeAt(text, start), text: part.insert, attributes: part.attributes ?? {} })
    return
  }
  const format: Record<string, unknown> = {}
  const restore: Record<string, unknown> = {}
  for (const [key, attrs] of marks) {
    format[key] = null
    restore[key] = attrs
    if (markOf(key) === 'change' && decision === 'accept') {
      const { mark, on } = attrs as { mark: string; on: boolean }
      format[mark] = on ? {} : null
      restore[mark] = part.attributes?.[mark] ?? null
    }
  }
  text.format(start, length, format)
  steps.push({ do: 'format', from: placeAt(text, start), to: placeAt(text, start + length, -1), attributes: restore })
}
