// @vitest-environment happy-dom
import { getSchema } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Block, plain } from '../../shared/schema/blocks'
import { readBlocks, rootOf, updateOf } from '../../shared/schema/ydoc'
import { overlappingKey } from '../../shared/suggestions/mark-key'
import { SCHEMA_EXTENSIONS } from './kernel'
import { anyBlocks } from '../../shared/testing/blocks-arbitrary'
import { openTestEditor } from './testing/open-test-editor'
import { sessionWith } from './testing/test-session'

const schema = getSchema(SCHEMA_EXTENSIONS)

function loaded(blocks: readonly Block[]): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, updateOf(blocks))
  return doc
}

test('blocks go through the shared document and the editor and come back equal', () => {
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      const node = yXmlFragmentToProseMirrorRootNode(rootOf(loaded(blocks)), schema)
      node.check()
      const back = new Y.Doc()
      prosemirrorToYXmlFragment(node, rootOf(back))
      expect(readBlocks(rootOf(back))).toEqual(blocks)
    }),
    { numRuns: 200 },
  )
})

test('opening a document, moving the caret and being read-only or not write nothing', () => {
  fc.assert(
    fc.property(anyBlocks, fc.boolean(), (some, editable) => {
      const blocks: Block[] = [{ type: 'title', runs: plain('标题') }, ...some]
      const session = sessionWith(blocks)
      let updates = 0
      session.doc.on('update', () => {
        updates += 1
      })
      const editor = openTestEditor({ session, editable })
      const { view } = editor
      view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)))
      view.dispatch(view.state.tr.setMeta('anything', true))
      editor.setEditable(!editable)
      view.dispatch(view.state.tr.setSelection(TextSelection.atStart(view.state.doc)))
      expect(updates).toBe(0)
      expect(readBlocks(rootOf(session.doc))).toEqual(blocks)
      editor.destroy()
      expect(updates).toBe(0)
    }),
    { numRuns: 60 },
  )
})

test('a keystroke changes one text and nothing else', () => {
  const session = sessionWith([
    { type: 'title', runs: plain('对照检查材料') },
    { type: 'heading', level: 1, runs: plain('存在的主要问题') },
    { type: 'paragraph', runs: plain('学用结合不够紧密。') },
  ])
  const editor = openTestEditor({ session })
  const { view } = editor
  view.dispatch(view.state.tr.insertText('还', view.state.doc.content.size - 1))
  expect(session.sent).toHaveLength(1)
  const texts = Y.decodeUpdate(session.sent[0]?.bytes ?? new Uint8Array([0, 0])).structs
  expect(texts).toHaveLength(1)
  expect(readBlocks(rootOf(session.doc)).at(-1)).toEqual({ type: 'paragraph', runs: plain('学用结合不够紧密。还') })
  editor.destroy()
})

test('proposals by a client that may only suggest are kept, not deleted by an editor that meets them', () => {
  const session = sessionWith([
    { type: 'title', runs: plain('对照检查材料') },
    { type: 'paragraph', runs: plain('学用结合不够紧密。') },
  ])
  const block = rootOf(session.doc).get(1) as Y.XmlElement
  const id = 'a-proposal'
  const insertion = { id, author: 'person-of-the-test', kind: null }
  const deletion = { id, author: 'person-of-the-test' }
  const text = block.get(0) as Y.XmlText
  text.insert(4, '还', { [overlappingKey('insertion', insertion)]: insertion })
  text.format(5, 2, { [overlappingKey('deletion', deletion)]: deletion })
  block.setAttribute('join', 'person-of-the-test|x')
  const before = text.toDelta()
  const editor = openTestEditor({ session })
  editor.view.dispatch(editor.view.state.tr.insertText('很', 10))
  expect(text.toDelta()).toEqual([{ insert: '学很用结合' }, ...before.slice(1)])
  expect(block.getAttribute('join')).toBe('person-of-the-test|x')
  editor.destroy()
})
