/** What an editor knows about suggesting, beside the document: who writes, how, and what is looked at. */
import { type EditorState, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import type { PersonId } from '../../../shared/ids'
import { otherDrafter, touchesOthersSection } from './drafted-sections'

/** 编辑 · 建议 · 阅读 */
export type WriteMode = 'edit' | 'suggest' | 'read'

/** 标记 · 定稿 · 原文; the last two are read-only. */
export type SuggestionView = 'marks' | 'final' | 'original'

/** Why a change could not become a proposal; the text is as it was. */
export type RefusalReason =
  /** Tables, rows, cells, or text across their borders. */
  | 'table'
  /** Something about a block that is no text: its alignment, its place. */
  | 'structure'
  /** Somebody else has already proposed this for the block. */
  | 'taken'
  /** A heading that would take text out of, or into, a section that somebody else drafts. */
  | 'drafted'

export interface SuggestingState {
  /** Null: nobody that could sign a proposal. */
  person: PersonId | null
  mode: WriteMode
  view: SuggestionView
  /** May edit, but only suggest where somebody else drafts. */
  held: boolean
  /** The suggestion whose text and card are lit. */
  active: string | null
  lit: DecorationSet
  /** Selected when an input method began: proposed to go when its word is there. */
  replaced: { from: number; to: number } | null
}

export type SuggestingChange = Partial<Pick<SuggestingState, 'mode' | 'view' | 'held' | 'active' | 'replaced'>>

export const suggestingKey = new PluginKey<SuggestingState>('suggesting')

export function suggestingState(state: EditorState): SuggestingState | undefined {
  return suggestingKey.getState(state)
}

/** Whether what is written at the caret is a suggestion. */
export function isSuggesting(state: EditorState): boolean {
  return suggestingKey.getState(state)?.mode === 'suggest' || drafterAtCaret(state) !== null
}

/** Whether this change must be a suggestion. */
export function mustSuggest(tr: Transaction, state: EditorState): boolean {
  const { person, mode, held } = suggestingKey.getState(state) ?? NOT_HELD
  return mode === 'suggest' || (held && person !== null && touchesOthersSection(tr, person))
}

/** Somebody else who drafts where the caret stands, if that makes what is written there a suggestion. */
export function drafterAtCaret(state: EditorState): PersonId | null {
  const { person, held } = suggestingKey.getState(state) ?? NOT_HELD
  return held && person !== null ? otherDrafter(state.doc, state.selection.from, state.selection.to, person) : null
}

const NOT_HELD = { person: null, mode: 'edit', held: false } as const

export function changeOf(tr: Transaction): SuggestingChange | undefined {
  return tr.getMeta(suggestingKey) as SuggestingChange | undefined
}

declare module '@tiptap/core' {
  interface EditorEvents {
    /** In suggesting mode something was asked for that cannot be proposed: say so, visibly and to screen readers. */
    suggestionRefused: { reason: RefusalReason }
  }
}
