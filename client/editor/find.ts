/** Find and replace in one document. The bar (`FindBar.tsx`) sets the query; matches follow the text by change. */
import { type Editor, Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { COMPOSITION_SETTLED } from './changed-blocks'
import { settleComposition } from './composition'

export interface Query {
  text: string
  matchCase: boolean
}

interface Match {
  from: number
  to: number
}

export interface FindState {
  query: Query
  matches: readonly Match[]
  /** Index of the match one stands at, -1 before the first step. */
  current: number
}

interface PluginState extends FindState {
  decorations: DecorationSet
}

const NOTHING: PluginState = { query: { text: '', matchCase: false }, matches: [], current: -1, decorations: DecorationSet.empty }
const key = new PluginKey<PluginState>('find')

export const Find = Extension.create({
  name: 'find',

  addProseMirrorPlugins() {
    return [
      new Plugin<PluginState>({
        key,
        state: { init: () => NOTHING, apply: (tr, before) => next(tr, before) },
        props: { decorations: (state) => key.getState(state)?.decorations },
      }),
    ]
  },
})

export function findState(state: EditorState): FindState {
  return key.getState(state) ?? NOTHING
}

function next(tr: Transaction, before: PluginState): PluginState {
  const change: Partial<Pick<FindState, 'query' | 'current'>> | undefined = tr.getMeta(key)
  const textChanged = tr.docChanged || tr.getMeta(COMPOSITION_SETTLED) === true
  if (change === undefined && (!textChanged || before.query.text === '')) return before
  const query = change?.query ?? before.query
  if (query.text === '') return NOTHING
  // Letters being composed are not searched: marking them would tear them from the input method.
  if (tr.getMeta('composition') !== undefined) return { ...before, decorations: before.decorations.map(tr.mapping, tr.doc) }
  const matches = change?.query === undefined && !textChanged ? before.matches : matchesIn(tr.doc, query)
  const current = Math.min(change?.current ?? (change?.query ? -1 : before.current), matches.length - 1)
  const decorations = DecorationSet.create(
    tr.doc,
    matches.map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: index === current ? 'found is-current' : 'found' }),
    ),
  )
  return { query, matches, current, decorations }
}

function matchesIn(doc: ProseMirrorNode, { text, matchCase }: Query): Match[] {
  const wanted = matchCase ? text : text.toLowerCase()
  const matches: Match[] = []
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return true
    const content = matchCase ? block.textContent : block.textContent.toLowerCase()
    for (let at = content.indexOf(wanted); at !== -1; at = content.indexOf(wanted, at + wanted.length)) {
      matches.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length })
    }
    return false
  })
  return matches
}

export function setQuery(editor: Editor, query: Query): void {
  const { view } = editor
  view.dispatch(view.state.tr.setMeta(key, { query }))
}

/** To the next match after the caret, or the one before; around at the ends. */
export function stepToMatch(editor: Editor, direction: 1 | -1): void {
  const { view } = editor
  const { matches, current } = findState(view.state)
  if (matches.length === 0) return
  const caret = view.state.selection.from
  const ahead = matches.findIndex(({ from }) => from >= caret)
  const behind = matches.findLastIndex(({ to }) => to <= caret)
  // Nothing ahead: from the first again; nothing behind: -1 becomes the last.
  const fromCaret = direction === 1 ? Math.max(0, ahead) : behind
  const wanted = current === -1 ? fromCaret : current + direction
  goTo(editor, (wanted + matches.length) % matches.length)
}

function goTo(editor: Editor, current: number): void {
  const { view } = editor
  const match = findState(view.state).matches[current]
  if (match === undefined) return
  const tr = view.state.tr.setMeta(key, { current }).setSelection(TextSelection.create(view.state.doc, match.from, match.to))
  view.dispatch(tr.scrollIntoView())
}

/** Replaces the match one stands at and goes to the next. */
export function replaceCurrent(editor: Editor, replacement: string): void {
  settleComposition(editor)
  const { view } = editor
  const { matches, current } = findState(view.state)
  const match = matches[current]
  if (match === undefined) return stepToMatch(editor, 1)
  dispatchReplaced(editor, [match], replacement)
  const after = findState(view.state).matches.findIndex(({ from }) => from >= match.from + replacement.length)
  if (after !== -1) goTo(editor, after)
}

/** Replaces all matches as one step of undo. How many there were. */
export function replaceAll(editor: Editor, replacement: string): number {
  settleComposition(editor)
  const { matches } = findState(editor.view.state)
  dispatchReplaced(editor, matches, replacement)
  return matches.length
}

function dispatchReplaced(editor: Editor, matches: readonly Match[], replacement: string): void {
  const { view } = editor
  const { undoManager } = yUndoPluginKey.getState(view.state)
  const { tr } = view.state
  for (const { from, to } of matches.toReversed()) tr.insertText(replacement, from, to)
  undoManager.stopCapturing()
  view.dispatch(tr)
  undoManager.stopCapturing()
}
