/**
 * Taking and refusing suggestions on the shared document, one walk from the back to the front so that earlier places stay
 * valid. Each deed leaves steps by which it can be taken back later, whatever was written meanwhile.
 */
import type * as Y from 'yjs'
import { joinToPrevious, kindOf, retypeBlock, splitBlock, textBlocksIn, textsOf } from './block-edits'
import { markOf } from './mark-key'
import { type BlockKind, parseJoin, parseRetype } from './proposal'
import { placeAt, type UndoStep } from './undo'

export type Decision = 'accept' | 'reject'

interface Part {
  insert: string
  attributes?: Record<string, { id?: unknown } | undefined>
}

/** Decides every suggestion whose id is in `ids`, inside the caller's transaction. @returns how to take it back, in the order to do it. */
export function decide(fragment: Y.XmlFragment, ids: ReadonlySet<string>, decision: Decision): UndoStep[] {
  const undo: UndoStep[] = []
  for (const block of textBlocksIn(fragment).reverse()) {
    for (const text of textsOf(block).reverse()) decideText(block, text, ids, decision, undo)
    decideBlock(block, ids, decision, undo)
  }
  // The last deed is taken back first.
  return undo.reverse()
}

function decideText(block: Y.XmlElement, text: Y.XmlText, ids: ReadonlySet<string>, decision: Decision, undo: UndoStep[]): void {
  const parts = text.toDelta() as Part[]
  let end = text.length
  for (const part of parts.reverse()) {
    const length = part.insert.length
    const start = end - length
    end = start
    const hits = Object.entries(part.attributes ?? {}).filter(([, value]) => typeof value?.id === 'string' && ids.has(value.id))
    if (hits.length === 0) continue
    const goes = hits.some(([key]) => markOf(key) === (decision === 'accept' ? 'deletion' : 'insertion'))
    const breakKind = decision === 'accept' && !goes ? breakOf(hits) : null
    if (goes || breakKind !== null) {
      text.delete(start, length)
      if (breakKind === null) {
        undo.push({ do: 'insert', at: placeAt(text, start), text: part.insert, attributes: part.attributes ?? {} })
      } else {
        const made = splitBlock(block, text, start, breakKind)
        undo.push({ do: 'unsplit', block: placeAt(made, 0), text: part.insert, attributes: part.attributes ?? {} })
      }
      continue
    }
    const format: Record<string, unknown> = {}
    const restore: Record<string, unknown> = {}
    for (const [key, value] of hits) {
      format[key] = null
      restore[key] = value
      if (markOf(key) === 'change' && decision === 'accept') {
        const { mark, on } = value as { mark: string; on: boolean }
        format[mark] = on ? {} : null
        restore[mark] = part.attributes?.[mark] ?? null
      }
    }
    text.format(start, length, format)
    undo.push({ do: 'format', from: placeAt(text, start), to: placeAt(text, start + length, -1), attributes: restore })
  }
}

function breakOf(hits: [string, unknown][]): BlockKind | null {
  for (const [key, value] of hits) {
    const kind = markOf(key) === 'insertion' ? (value as { kind?: unknown }).kind : null
    if (typeof kind === 'string' && kind.startsWith('break:')) return kind.slice(6) as BlockKind
  }
  return null
}

function decideBlock(block: Y.XmlElement, ids: ReadonlySet<string>, decision: Decision, undo: UndoStep[]): void {
  const retypeAttribute: unknown = block.getAttribute('retype')
  const retype = parseRetype(retypeAttribute)
  let standing = block
  if (retype !== null && ids.has(retype.id)) {
    const was = kindOf(block)
    block.removeAttribute('retype')
    if (decision === 'accept') standing = retypeBlock(block, retype.kind)
    undo.push({ do: 'block', block: placeAt(standing, 0), kind: was, attribute: 'retype', value: String(retypeAttribute) })
  }
  const joinAttribute: unknown = standing.getAttribute('join')
  const join = parseJoin(joinAttribute)
  if (join === null || !ids.has(join.id)) return
  const kind = kindOf(standing)
  standing.removeAttribute('join')
  const seam = decision === 'accept' ? joinToPrevious(standing) : null
  if (seam === null) {
    undo.push({ do: 'block', block: placeAt(standing, 0), kind, attribute: 'join', value: String(joinAttribute) })
  } else {
    undo.push({ do: 'unjoin', at: placeAt(seam.text, seam.offset), kind, join: String(joinAttribute) })
  }
}
