// @vitest-environment happy-dom
// What is typed by ordinary keys while a colleague's change to the same paragraph is on its way is not lost with the old paragraph.
import type { Editor } from '@tiptap/core'
import { afterEach, expect, test } from 'vitest'
import { type Block, plain } from '../../shared/schema/blocks'
import { openTestEditor } from './testing/open-test-editor'
import { type Message, sessionWith, TestSession } from './testing/test-session'
import { blocksIn, caretAt, erase, press, type } from './testing/type'

const BLOCKS: Block[] = [
  { type: 'title', runs: plain('对照检查材料') },
  { type: 'paragraph', runs: plain('学习抓得不紧，落实不够。') },
  { type: 'paragraph', runs: plain('下基层偏少，听意见不多。') },
]

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Two people whose changes travel when the test says so. */
function open() {
  const state = sessionWith(BLOCKS).state()
  const person = (inbox: Message[]) => {
    const session = new TestSession(state, (message) => inbox.push(message))
    const editor = openTestEditor({ session })
    closing.push(() => editor.destroy())
    return { session, editor }
  }
  const [toColleague, toMe]: [Message[], Message[]] = [[], []]
  const me = person(toColleague)
  const colleague = person(toMe)
  const exchange = async () => {
    // What is put back travels too.
    while (toMe.length + toColleague.length > 0) {
      for (const message of toMe.splice(0)) me.session.receive(message)
      for (const message of toColleague.splice(0)) colleague.session.receive(message)
      await Promise.resolve()
    }
  }
  const texts = () => {
    const blocks = blocksIn(me.session)
    expect(blocksIn(colleague.session)).toEqual(blocks)
    return blocks.map((block) => `${block.type} ${'runs' in block ? block.runs.map(({ text }) => text).join('') : ''}`)
  }
  return { me, colleague, exchange, texts }
}

const LATE: [name: string, change: (editor: Editor) => void, expected: string[]][] = [
  [
    'made a heading',
    (editor) => {
      caretAt(editor, 1, 0)
      editor.commands.setNode('heading', { level: 1 })
    },
    ['heading 学习抓得不紧12，落实不够。', 'paragraph 下基层偏少，听意见不多。'],
  ],
  [
    'divided before it',
    (editor) => {
      caretAt(editor, 1, 2)
      press(editor, 'Enter')
    },
    ['paragraph 学习', 'paragraph 抓得不紧12，落实不够。', 'paragraph 下基层偏少，听意见不多。'],
  ],
  [
    'joined to the one above',
    (editor) => {
      caretAt(editor, 1, 0)
      editor.commands.joinBackward()
    },
    ['title 对照检查材料学习抓得不紧12，落实不够。', 'paragraph 下基层偏少，听意见不多。'],
  ],
]

test.each(LATE)('the paragraph is %s meanwhile', async (_name, change, expected) => {
  const { me, colleague, exchange, texts } = open()
  caretAt(me.editor, 1, 6)
  type(me.editor, '12')
  change(colleague.editor)
  await exchange()
  expect(texts().slice(-expected.length)).toEqual(expected)
})

test('what the colleague saw and took away stays away', async () => {
  const { me, colleague, exchange, texts } = open()
  caretAt(me.editor, 1, 6)
  type(me.editor, '12')
  await exchange()
  caretAt(colleague.editor, 1, 8)
  erase(colleague.editor, 2)
  await exchange()
  expect(texts()[1]).toBe('paragraph 学习抓得不紧，落实不够。')
  caretAt(me.editor, 1, 6)
  type(me.editor, '3')
  await exchange()
  caretAt(colleague.editor, 1, 0)
  colleague.editor.commands.deleteRange({ from: 9, to: 9 + 12 })
  await exchange()
  expect(texts().join()).not.toContain('3')
})
