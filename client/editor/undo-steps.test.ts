// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { plain } from '../../shared/schema/blocks'
import { updateOf } from '../../shared/schema/ydoc'
import { openTestEditor } from './testing/open-test-editor'
import { TestSession } from './testing/test-session'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function open() {
  const state = updateOf([{ type: 'paragraph', runs: plain('甲乙丙') }])
  const editor = openTestEditor({ session: new TestSession(state, () => undefined) })
  closing.push(() => editor.destroy())
  const type = (text: string) => editor.view.dispatch(editor.state.tr.insertText(text))
  return { editor, type, text: () => editor.state.doc.textContent }
}

test('what was typed at one place is taken back as one step', () => {
  const { editor, type, text } = open()
  editor.commands.setTextSelection(2)
  type('一')
  type('二')
  expect(text()).toBe('甲一二乙丙')
  editor.commands.undo()
  expect(text()).toBe('甲乙丙')
})

test('what was done after the caret was put elsewhere is a step of its own, however soon', () => {
  const { editor, type, text } = open()
  editor.commands.setTextSelection(2)
  type('一')
  editor.commands.setTextSelection(4)
  type('二')
  editor.commands.setTextSelection({ from: 1, to: 6 })
  editor.view.dispatch(editor.state.tr.deleteSelection())
  expect(text()).toBe('')
  editor.commands.undo()
  expect(text()).toBe('甲一乙二丙')
  editor.commands.undo()
  expect(text()).toBe('甲一乙丙')
  editor.commands.undo()
  expect(text()).toBe('甲乙丙')
})
