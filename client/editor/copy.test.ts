// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { TextSelection } from '@tiptap/pm/state'
import { plainText } from '../../shared/outline/plain-text'
import { type Block, plain } from '../../shared/schema/blocks'
import { openTestEditor } from './testing/open-test-editor'
import { sessionWith } from './testing/test-session'
import { blocksIn, caretAt, paste } from './testing/type'

const BLOCKS: Block[] = [
  { type: 'title', runs: plain('对照检查材料') },
  { type: 'heading', level: 1, runs: plain('问题') },
  { type: 'heading', level: 2, runIn: true, runs: plain('理论学习不够。') },
  { type: 'paragraph', runs: plain('学用结合不够紧密。') },
  { type: 'paragraph', ordinal: true, runs: plain('学得不深。') },
  { type: 'heading', level: 1, runs: plain('原因') },
  {
    type: 'table',
    rows: [
      [cell('序号'), cell('问题')],
      [cell('1'), cell('学得不深')],
    ],
  },
  { type: 'quote', runs: plain('引文') },
]

function cell(text: string) {
  return { header: false, colspan: 1, rowspan: 1, paragraphs: [{ type: 'paragraph' as const, runs: plain(text) }] }
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function open() {
  const session = sessionWith(BLOCKS)
  const editor = openTestEditor({ session })
  closing.push(() => editor.destroy())
  return { session, editor }
}

function copied({ view }: ReturnType<typeof open>['editor'], from: number, to: number) {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
  const { dom, text } = view.serializeForClipboard(view.state.selection.content())
  return { html: dom.innerHTML, text }
}

test('copied text carries the drawn numbers, as the whole material is written', () => {
  const { editor } = open()
  expect(copied(editor, 1, editor.state.doc.content.size - 1).text).toBe(plainText(BLOCKS))
})

test('a later section keeps its own number, a part of a heading has none', () => {
  const { editor } = open()
  let pos = 0
  for (let index = 0; index < 5; index += 1) pos += editor.state.doc.child(index).nodeSize
  expect(copied(editor, pos - 5, pos + 3).text).toBe('得不深。\n二、原因')
  expect(copied(editor, pos + 2, pos + 3).text).toBe('因')
})

test('HTML shows the numbers to a word processor and comes back here without them', () => {
  const { session, editor } = open()
  const { html } = copied(editor, 9, editor.state.doc.content.size - 1)
  expect(html).toContain('一、')
  caretAt(editor, 0, 6)
  paste(editor, { html })
  const headings = blocksIn(session).flatMap((block) => (block.type === 'heading' ? block.runs.map(({ text }) => text) : []))
  expect(headings.filter((text) => /^[一二三（]/.test(text))).toEqual([])
})
