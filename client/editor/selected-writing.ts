/** The selected text as it was written: which Yjs client brought which characters, and what of it is only proposed. */
import type { Editor } from '@tiptap/core'
import type { SelectionRange } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { Stretch } from '../../shared/history/stretch'
import { textBlocksIn } from '../../shared/suggestions/block-edits'
import { markOf } from '../../shared/suggestions/mark-key'
import { type InsertionAttrs, timeOf } from '../../shared/suggestions/proposal'
import { type Attributes, textParts } from '../../shared/suggestions/text-items'
import type { PersonId } from '../../shared/ids'
import { settleComposition } from './composition'

export interface Writing extends Stretch {
  text: string
  /** Which of the selected blocks it stands in, from 0. */
  block: number
  /** Null: it is part of the text. */
  proposal: { author: PersonId; at: number | null } | null
}

/** The pieces in the order of the text. A proposed break is no writing. */
export function selectedWriting(editor: Editor): Writing[] {
  settleComposition(editor)
  const { doc, selection } = editor.state
  const { type } = ySyncPluginKey.getState(editor.state) as { type: Y.XmlFragment }
  const elements = textBlocksIn(type)
  const found: Writing[] = []
  let index = 0
  let block = -1
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const element = elements[index++]
    const spans = spansIn(selection.ranges, pos + 1, node.content.size)
    if (element === undefined || spans.length === 0) return false
    block += 1
    for (const span of spans) found.push(...writingIn(element, span).map((writing) => ({ ...writing, block })))
    return false
  })
  return found
}

interface Span {
  from: number
  to: number
}

/** The parts of `ranges` in a block whose content begins at `start`, counted from there. */
function spansIn(ranges: readonly SelectionRange[], start: number, size: number): Span[] {
  return ranges
    .map(({ $from, $to }) => ({ from: Math.max(0, $from.pos - start), to: Math.min(size, $to.pos - start) }))
    .filter(({ from, to }) => from < to)
}

function writingIn(element: Y.XmlElement, span: Span): Omit<Writing, 'block'>[] {
  const found: Omit<Writing, 'block'>[] = []
  let start = 0
  for (const { text, attributes, item } of textParts(element, (each) => !each.deleted)) {
    const from = Math.max(0, span.from - start)
    const to = Math.min(text.length, span.to - start)
    start += text.length
    const insertion = insertionIn(attributes)
    if (from >= to || (insertion?.kind ?? null) !== null) continue
    const { client, clock } = item.id
    const next = {
      client,
      clock: clock + from,
      length: to - from,
      text: text.slice(from, to),
      proposal: insertion && { author: insertion.author, at: timeOf(insertion.id) },
    }
    const last = found.at(-1)
    if (last !== undefined && continues(next, last)) {
      last.text += next.text
      // What lies between, such as a mark, came from the same client.
      last.length = next.clock + next.length - last.clock
    } else found.push(next)
  }
  return found
}

function continues(next: Omit<Writing, 'block'>, last: Omit<Writing, 'block'>): boolean {
  return next.client === last.client && next.clock >= last.clock + last.length && next.proposal?.author === last.proposal?.author
}

function insertionIn(attributes: Attributes): InsertionAttrs | null {
  const key = Object.keys(attributes).find((each) => markOf(each) === 'insertion')
  return key === undefined ? null : (attributes[key] as InsertionAttrs)
}
