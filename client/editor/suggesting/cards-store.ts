/**
 * An editor's suggestions as the interface needs them: the cards in the order of the text, which one is lit, how this person
 * writes and what they look at. Kept by change; `subscribe`/`getSnapshot` fit `useSyncExternalStore`.
 */
import type { Editor } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { settleComposition } from '../composition'
import { cardsIn, hasPlaces, type PlacedCard } from './cards-in'
import {
  type SuggestingChange,
  suggestingKey,
  type SuggestingState,
  suggestingState,
  type SuggestionView,
  type WriteMode,
} from './suggesting-state'

export interface SuggestionSnapshot {
  cards: readonly PlacedCard[]
  active: string | null
  mode: WriteMode
  view: SuggestionView
}

export interface SuggestionStore {
  subscribe(listener: () => void): () => void
  /** The same object until something in it changes. */
  getSnapshot(): SuggestionSnapshot
}

declare module '@tiptap/core' {
  interface Storage {
    suggesting: { store: CardsStore }
  }
}

export function suggestionsOf(editor: Editor): SuggestionStore {
  return editor.storage.suggesting.store
}

export class CardsStore implements SuggestionStore {
  private readonly listeners = new Set<() => void>()
  private doc: ProseMirrorNode | null = null
  private snapshot: SuggestionSnapshot = { cards: [], active: null, mode: 'edit', view: 'marks' }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  getSnapshot = (): SuggestionSnapshot => this.snapshot

  refresh(doc: ProseMirrorNode, { active, mode, view }: SuggestingState): void {
    const before = this.snapshot
    const cards = this.cardsOf(doc)
    if (cards === before.cards && active === before.active && mode === before.mode && view === before.view) return
    this.snapshot = { cards, active, mode, view }
    for (const listener of this.listeners) listener()
  }

  /** The same array while it says the same. A text without suggestions is not walked: only what is new in it is looked at. */
  private cardsOf(doc: ProseMirrorNode): readonly PlacedCard[] {
    const { cards } = this.snapshot
    const last = this.doc
    this.doc = doc
    if (doc === last || (cards.length === 0 && !newBlocks(last, doc).some(hasPlaces))) return cards
    const found = cardsIn(doc)
    return JSON.stringify(found) === JSON.stringify(cards) ? cards : found
  }
}

/** The blocks at the top that are not in `before`. Nodes are never changed: the same block is the same object. */
function newBlocks(before: ProseMirrorNode | null, doc: ProseMirrorNode): ProseMirrorNode[] {
  if (before === null) return [...doc.children]
  let from = 0
  while (from < doc.childCount && from < before.childCount && doc.child(from) === before.child(from)) from += 1
  let to = doc.childCount
  let end = before.childCount
  while (to > from && end > from && doc.child(to - 1) === before.child(end - 1)) {
    to -= 1
    end -= 1
  }
  return doc.children.slice(from, to)
}

/** 编辑 / 建议 / 阅读. Suggesting needs a person (`KernelOptions.person`); without one the text stays read-only. */
export function setMode(editor: Editor, mode: WriteMode): void {
  if (suggestingState(editor.state)?.mode === mode) return
  settleComposition(editor)
  // What was written as an editor cannot be taken back as a proposal.
  if (mode === 'suggest') yUndoPluginKey.getState(editor.state)?.undoManager.clear()
  change(editor, { mode })
}

/** Where somebody else drafts, what this person writes becomes a suggestion by itself. */
export function setHeld(editor: Editor, held: boolean): void {
  if (suggestingState(editor.state)?.held === held) return
  settleComposition(editor)
  change(editor, { held })
}

/** 标记 / 定稿 / 原文. Under the last two the text cannot be changed. */
export function setView(editor: Editor, view: SuggestionView): void {
  if (suggestingState(editor.state)?.view === view) return
  settleComposition(editor)
  change(editor, { view })
}

/** Lights a suggestion in the text, without moving anything; null: none. For a pointer that rests on a card. */
export function lightCard(editor: Editor, id: string | null): void {
  if (suggestingState(editor.state)?.active !== id) change(editor, { active: id })
}

/** Lights a suggestion and goes to its text. False: it is gone. */
export function focusCard(editor: Editor, id: string): boolean {
  const card = suggestionsOf(editor)
    .getSnapshot()
    .cards.find((one) => one.id === id)
  if (card === undefined) return false
  settleComposition(editor)
  const { view } = editor
  const tr = view.state.tr.setMeta(suggestingKey, { active: id } satisfies SuggestingChange)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, card.from)))
  const { node } = view.domAtPos(card.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  return true
}

/** To the next suggestion after the lit one (or the caret), or the one before; around at the ends. Its number is `cards.findIndex` + 1. */
export function stepCard(editor: Editor, direction: 1 | -1): boolean {
  const { cards, active } = suggestionsOf(editor).getSnapshot()
  if (cards.length === 0) return false
  const caret = editor.state.selection.from
  const lit = cards.findIndex(({ id }) => id === active)
  const byCaret = direction === 1 ? cards.findIndex(({ from }) => from >= caret) : cards.findLastIndex(({ from }) => from < caret)
  const wanted = lit === -1 ? byCaret : lit + direction
  const card = cards[(wanted + cards.length) % cards.length]
  return card !== undefined && focusCard(editor, card.id)
}

function change(editor: Editor, what: SuggestingChange): void {
  editor.view.dispatch(editor.state.tr.setMeta(suggestingKey, what))
}
