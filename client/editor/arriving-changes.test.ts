// @vitest-environment happy-dom
import { ySyncPluginKey, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { plain } from '../../shared/schema/blocks'
import { rootOf, updateOf } from '../../shared/schema/ydoc'
import { openTestEditor } from './testing/open-test-editor'
import { TestSession } from './testing/test-session'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function open(texts: readonly string[]) {
  const state = updateOf(texts.map((text) => ({ type: 'paragraph', runs: text === '' ? [] : plain(text) }) as const))
  const session = new TestSession(state, () => undefined)
  const editor = openTestEditor({ session })
  closing.push(() => editor.destroy())
  const colleague = new Y.Doc()
  Y.applyUpdate(colleague, state)
  const arrives = (change: (root: Y.XmlFragment) => void) => {
    const before = Y.encodeStateVector(colleague)
    colleague.transact(() => change(rootOf(colleague)))
    session.receive({ kind: 'update', bytes: Y.encodeStateAsUpdate(colleague, before) })
  }
  const blocks = () => [...editor.state.doc.children]
  return { editor, session, arrives, blocks }
}

const textAt = (root: Y.XmlFragment, index: number) => (root.get(index) as Y.XmlElement).get(0) as Y.XmlText

test('a change from elsewhere leaves the other blocks the nodes they were, and reads none of them', () => {
  const { session, arrives, blocks } = open(['甲', '乙', '丙'])
  const before = blocks()
  let read = 0
  for (const index of [0, 2]) {
    const text = textAt(rootOf(session.doc), index)
    const { toDelta } = text
    text.toDelta = (...args) => {
      read += 1
      return toDelta.apply(text, args)
    }
  }
  arrives((root) => textAt(root, 1).insert(1, '新'))
  expect(blocks().map(({ textContent }) => textContent)).toEqual(['甲', '乙新', '丙'])
  expect([blocks()[0], blocks()[2]]).toEqual([before[0], before[2]])
  expect(blocks()[0]).toBe(before[0])
  expect(read).toBe(0)
})

test('an empty paragraph before an empty one makes no node stand in the text twice', () => {
  const { editor, session, arrives, blocks } = open(['甲', '', '丙'])
  arrives((root) => root.insert(1, [new Y.XmlElement('paragraph')]))
  expect(blocks().map(({ textContent }) => textContent)).toEqual(['甲', '', '', '丙'])
  expect(new Set(blocks()).size).toBe(4)
  const { type } = ySyncPluginKey.getState(editor.state)
  expect(yXmlFragmentToProseMirrorRootNode(type, editor.schema).eq(editor.state.doc)).toBe(true)
  const elements = rootOf(session.doc).toArray()
  editor.view.dispatch(editor.state.tr.insertText('字', 4))
  expect(rootOf(session.doc).toArray()).toEqual(elements)
})

test('only what one takes back oneself is scrolled to: for what arrives the caret is not even measured', () => {
  const { editor, arrives } = open(['甲', '乙'])
  const { binding } = ySyncPluginKey.getState(editor.state)
  // No layout here: say what a browser would.
  binding._isLocalCursorInView = () => true
  const scrolled: boolean[] = []
  editor.on('transaction', ({ transaction }) => {
    if (transaction.docChanged) scrolled.push(transaction.scrolledIntoView)
  })
  editor.commands.setTextSelection(2)
  arrives((root) => textAt(root, 1).insert(1, '新'))
  editor.view.dispatch(editor.state.tr.insertText('字', 2))
  editor.commands.undo()
  expect(editor.state.doc.textContent).toBe('甲乙新')
  expect(scrolled).toEqual([false, false, true])
})
