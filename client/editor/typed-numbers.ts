/** Numbers typed at the start of a paragraph: 一、（一）1.（1） make it a heading, 一是 an item of a run-in list. The number itself goes: it is drawn. */
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { chineseValue } from '../../shared/outline/numerals'
import type { HeadingLevel } from '../../shared/schema/blocks'

type Meaning = { kind: 'heading'; level: HeadingLevel } | { kind: 'ordinal' }

const CHINESE = '[一二三四五六七八九十]{1,3}'

const PATTERNS: readonly { pattern: RegExp; meaning: Meaning }[] = [
  { pattern: new RegExp(`^(${CHINESE})、`), meaning: { kind: 'heading', level: 1 } },
  { pattern: new RegExp(`^[（(](${CHINESE})[）)]`), meaning: { kind: 'heading', level: 2 } },
  { pattern: /^\d{1,2}[.．、](?!\d)/, meaning: { kind: 'heading', level: 3 } },
  { pattern: /^[（(]\d{1,2}[）)]/, meaning: { kind: 'heading', level: 4 } },
  { pattern: new RegExp(`^(${CHINESE})是`), meaning: { kind: 'ordinal' } },
]

export interface TypedNumber {
  meaning: Meaning
  length: number
}

/** The number at the start of `text`, if its last character lies after `typedFrom`: it was completed just now. */
export function typedNumber(text: string, typedFrom: number): TypedNumber | null {
  for (const { pattern, meaning } of PATTERNS) {
    const match = pattern.exec(text)
    if (match === null || match[0].length <= typedFrom) continue
    if (match[1] !== undefined && chineseValue(match[1]) === null) continue
    return { meaning, length: match[0].length }
  }
  return null
}

/** Applies what the last `typedLength` characters before the caret complete. One step of undo, which gives the number back. */
export function convertTyped(view: EditorView, typedLength: number): boolean {
  const tr = conversion(view.state, typedLength)
  if (tr === null) return false
  const { undoManager } = yUndoPluginKey.getState(view.state)
  undoManager.stopCapturing()
  view.dispatch(tr)
  undoManager.stopCapturing()
  return true
}

function conversion(state: EditorState, typedLength: number): Transaction | null {
  const { $from, empty } = state.selection
  const block = $from.parent
  if (!empty || $from.depth !== 1 || (block.type.name !== 'paragraph' && block.type.name !== 'heading')) return null
  const before = block.textContent.slice(0, $from.parentOffset)
  const typed = typedNumber(before, before.length - typedLength)
  if (typed === null) return null
  const { meaning, length } = typed
  // A sentence in a heading may well begin with 一是; a run-in item may not be made of one.
  if (meaning.kind === 'ordinal' && (block.type.name !== 'paragraph' || block.attrs.ordinal === true)) return null
  const tr = state.tr.delete($from.start(), $from.start() + length)
  const { heading, paragraph } = state.schema.nodes
  if (meaning.kind === 'heading') tr.setNodeMarkup($from.before(), heading, { level: meaning.level })
  else tr.setNodeMarkup($from.before(), paragraph, { ...block.attrs, ordinal: true })
  return tr.scrollIntoView()
}
