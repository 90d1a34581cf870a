/** Where suggestions are in the window. */
import type { Editor } from '@tiptap/core'
import { suggestionsOf } from '../../editor/suggesting/cards-store'

/** The suggestion whose text was pointed at; null: none. */
export function proposalAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest('[data-proposal]') : null
  return element instanceof HTMLElement ? (element.dataset.proposal ?? null) : null
}

/** Where the line of a suggestion's text is, from the top of the window; null: not in the text any more. */
export function lineOf(editor: Editor, id: string): number | null {
  if (editor.isDestroyed) return null
  const card = suggestionsOf(editor)
    .getSnapshot()
    .cards.find((each) => each.id === id)
  return card === undefined ? null : editor.view.coordsAtPos(card.from).top
}

const A_LINE_PX = 30

/** Whether the line can be seen without moving the text. */
export function isInSight(editor: Editor, id: string): boolean {
  const top = lineOf(editor, id)
  const window = editor.view.dom.closest('[data-region]')?.getBoundingClientRect()
  return top !== null && window !== undefined && top >= window.top && top <= window.bottom - A_LINE_PX
}
