/** Keyboard and clipboard of a person, as far as a page without a browser has them. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { readBlocks, rootOf } from '../../../shared/schema/ydoc'
import type { Block } from '../../../shared/schema/blocks'
import type { TestSession } from './test-session'

export function caretAt({ view }: Editor, block: number, offset: number): void {
  let pos = 1
  for (let index = 0; index < block; index += 1) pos += view.state.doc.child(index).nodeSize
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + offset)))
}

export function type({ view }: Editor, text: string): void {
  for (const char of text) {
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(char, from, to)
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, char, insert))) view.dispatch(insert())
  }
}

/** What Backspace does inside of a text, where the browser deletes by itself. */
export function erase({ view }: Editor, characters: number): void {
  const { from } = view.state.selection
  view.dispatch(view.state.tr.delete(from - characters, from))
}

export function press({ view }: Editor, key: string, keys: Partial<KeyboardEventInit> = {}): void {
  const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...keys })
  view.someProp('handleKeyDown', (handle) => handle(view, event))
}

export function paste({ view }: Editor, data: { html?: string; text?: string }): void {
  const clipboardData = { getData: (kind: string) => (kind === 'text/html' ? data.html : data.text) ?? '' }
  const event = { clipboardData, preventDefault() {} } as unknown as ClipboardEvent
  const isTaken = view.someProp('handlePaste', (handle) => handle(view, event, view.state.doc.slice(0, 0)))
  if (isTaken === true) return
  if (data.html !== undefined) view.pasteHTML(data.html)
  else view.pasteText(data.text ?? '')
}

export function blocksIn(session: TestSession): Block[] {
  return readBlocks(rootOf(session.doc))
}
