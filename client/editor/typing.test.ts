// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { type Block, plain } from '../../shared/schema/blocks'
import { openTestEditor } from './testing/open-test-editor'
import { sessionWith, TestSession } from './testing/test-session'
import { blocksIn, caretAt, press, type } from './testing/type'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function open(blocks: Block[], editable = true) {
  const session = sessionWith(blocks)
  const editor = openTestEditor({ session, editable })
  closing.push(() => editor.destroy())
  return { session, editor }
}

const TITLE: Block = { type: 'title', runs: plain('对照检查材料') }
const p = (text: string): Block => ({ type: 'paragraph', runs: plain(text) })
const h = (level: 1 | 2 | 3 | 4, text: string): Block => ({ type: 'heading', level, runs: plain(text) })

test('a number typed at the start makes the heading, and one undo gives the number back', () => {
  const { session, editor } = open([TITLE, p('存在的问题')])
  caretAt(editor, 1, 0)
  type(editor, '一、')
  expect(blocksIn(session)).toEqual([TITLE, h(1, '存在的问题')])
  editor.commands.undo()
  expect(blocksIn(session)).toEqual([TITLE, p('一、存在的问题')])
  editor.commands.redo()
  expect(blocksIn(session)).toEqual([TITLE, h(1, '存在的问题')])
})

test('一是 makes an item; Enter makes the next; Enter in an empty one ends the list', () => {
  const { session, editor } = open([TITLE, p('')])
  caretAt(editor, 1, 0)
  type(editor, '一是学得不深。')
  press(editor, 'Enter')
  type(editor, '用得不够。')
  press(editor, 'Enter')
  press(editor, 'Enter')
  type(editor, '完')
  const item = (text: string): Block => ({ type: 'paragraph', ordinal: true, runs: plain(text) })
  expect(blocksIn(session)).toEqual([TITLE, item('学得不深。'), item('用得不够。'), p('完')])
})

test('Backspace at the start turns a heading and an item back into a paragraph', () => {
  const { session, editor } = open([TITLE, h(2, '理论学习'), { type: 'paragraph', ordinal: true, runs: plain('学得不深。') }])
  caretAt(editor, 1, 0)
  press(editor, 'Backspace')
  caretAt(editor, 2, 0)
  press(editor, 'Backspace')
  expect(blocksIn(session)).toEqual([TITLE, p('理论学习'), p('学得不深。')])
})

test('Enter behind a title and a heading makes a paragraph; the rest of a divided heading is one too', () => {
  const { session, editor } = open([TITLE, { ...h(2, '要点正文'), runIn: true } as Block])
  caretAt(editor, 0, 6)
  press(editor, 'Enter')
  caretAt(editor, 2, 2)
  press(editor, 'Enter')
  expect(blocksIn(session)).toEqual([TITLE, p(''), { ...h(2, '要点'), runIn: true } as Block, p('正文')])
})

test('Tab and Shift-Tab change a heading’s level and stop at the ends', () => {
  const { session, editor } = open([TITLE, h(1, '问题'), h(4, '小点')])
  caretAt(editor, 1, 1)
  press(editor, 'Tab')
  press(editor, 'Tab')
  press(editor, 'Tab', { shiftKey: true })
  caretAt(editor, 2, 1)
  press(editor, 'Tab')
  expect(blocksIn(session)).toEqual([TITLE, h(2, '问题'), h(4, '小点')])
})

test('Ctrl+Alt+digit sets the kind of block', () => {
  const { session, editor } = open([TITLE, p('问题')])
  caretAt(editor, 1, 0)
  press(editor, '3', { ctrlKey: true, altKey: true })
  expect(blocksIn(session)[1]).toEqual(h(3, '问题'))
  press(editor, '0', { ctrlKey: true, altKey: true })
  expect(blocksIn(session)[1]).toEqual(p('问题'))
})

test('undo is one’s own: what others wrote stays, also in a block one made oneself', () => {
  const { session, editor } = open([TITLE, p('甲')])
  const other = new TestSession(session.state(), (message) => session.receive(message))
  caretAt(editor, 1, 1)
  press(editor, 'Enter')
  type(editor, '自己')
  for (const message of session.sent) other.receive(message)
  const text = (other.doc.getXmlFragment('default').get(2) as Y.XmlElement).get(0) as Y.XmlText
  text.insert(2, '别人')
  expect(blocksIn(session)[2]).toEqual(p('自己别人'))
  for (let step = 0; step < 3; step += 1) editor.commands.undo()
  expect(blocksIn(session)).toEqual([TITLE, p('甲'), p('别人')])
})

test('read-only: no key, command or transaction changes the document', () => {
  const { session, editor } = open([TITLE, p('问题')], false)
  const { view } = editor
  view.dispatch(view.state.tr.insertText('字', 2))
  editor.commands.insertContent('字')
  editor.commands.setBold()
  editor.commands.undo()
  caretAt(editor, 1, 0)
  press(editor, '1', { ctrlKey: true, altKey: true })
  expect(blocksIn(session)).toEqual([TITLE, p('问题')])
  expect(view.state.doc.child(1).textContent).toBe('问题')
  const other = new TestSession(session.state(), (message) => session.receive(message))
  const text = (other.doc.getXmlFragment('default').get(1) as Y.XmlElement).get(0) as Y.XmlText
  text.insert(2, '还在')
  expect(view.state.doc.child(1).textContent).toBe('问题还在')
})
