// @vitest-environment happy-dom
import { AllSelection } from '@tiptap/pm/state'
import { afterEach, expect, test } from 'vitest'
import { type Block, plain } from '../../shared/schema/blocks'
import { openTestEditor } from './testing/open-test-editor'
import { sessionWith } from './testing/test-session'
import { blocksIn, caretAt, paste } from './testing/type'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

const TITLE: Block = { type: 'title', runs: plain('对照检查材料') }
const p = (text: string): Block => ({ type: 'paragraph', runs: plain(text) })

function openWith(...blocks: Block[]) {
  const session = sessionWith([TITLE, ...blocks])
  const editor = openTestEditor({ session })
  closing.push(() => editor.destroy())
  return { session, editor }
}

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-unhide:no}</style></head>
<body lang=ZH-CN><!--StartFragment-->
<h2 style='mso-outline-level:1'><span lang=EN-US style='mso-list:Ignore'>一、</span><span style='font-family:黑体'>存在的
主要问题</span><o:p></o:p></h2>
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><b><span>学用结合</span></b><span style='color:red'>不够紧密。</span></p>
<p class=MsoNormal><span style='mso-hide:all'>看不见的</span><u>推动工作</u><i style='mso-bidi-font-style:normal'>办法不多。</i></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table border=1><tr><th>问题</th><td colspan=2><p>整改</p><p>措施</p></td></tr></table>
<!--EndFragment--></body></html>`

test('Word: styles go, headings with automatic numbers, three marks and tables stay', () => {
  const { session, editor } = openWith(p(''))
  caretAt(editor, 1, 0)
  paste(editor, { html: WORD })
  const blocks = blocksIn(session)
  expect(blocks[0]).toEqual(TITLE)
  expect(blocks[1]).toEqual({ type: 'heading', level: 1, runs: plain('存在的主要问题') })
  expect(blocks[2]).toEqual({ type: 'paragraph', runs: [{ text: '学用结合', marks: ['bold'] }, { text: '不够紧密。' }] })
  expect(blocks[3]).toEqual({
    type: 'paragraph',
    runs: [
      { text: '推动工作', marks: ['underline'] },
      { text: '办法不多。', marks: ['italic'] },
    ],
  })
  expect(blocks[4]).toEqual({
    type: 'table',
    rows: [
      [
        { header: true, colspan: 1, rowspan: 1, paragraphs: [p('问题')] },
        { header: false, colspan: 2, rowspan: 1, paragraphs: [p('整改'), p('措施')] },
      ],
    ],
  })
})

test('one undo takes a paste back', () => {
  const { session, editor } = openWith(p('甲乙'))
  caretAt(editor, 1, 1)
  paste(editor, { text: '一、问题\n学得不深。\n二、原因\n抓得不紧。' })
  expect(blocksIn(session).filter(({ type }) => type === 'heading')).toHaveLength(2)
  editor.commands.undo()
  expect(blocksIn(session)).toEqual([TITLE, p('甲乙')])
})

test('several lines go through the recogniser: typed numbers become drawn ones', () => {
  const { session, editor } = openWith(p(''))
  caretAt(editor, 1, 0)
  paste(editor, { text: '一、存在的主要问题\n（一）理论学习方面\n学用结合不够紧密。' })
  expect(blocksIn(session)).toEqual([
    TITLE,
    { type: 'heading', level: 1, runs: plain('存在的主要问题') },
    { type: 'heading', level: 2, runs: plain('理论学习方面') },
    p('学用结合不够紧密。'),
  ])
})

test('a whole text pasted over everything brings its title, pasted into another text it does not', () => {
  const whole = '关于整改的报告\n按照要求，报告如下。\n一、问题\n学得不深。'
  const over = openWith(p('甲'))
  over.editor.view.dispatch(over.editor.state.tr.setSelection(new AllSelection(over.editor.state.doc)))
  paste(over.editor, { text: whole })
  expect(blocksIn(over.session).map(({ type }) => type)).toEqual(['title', 'paragraph', 'heading', 'paragraph'])
  const into = openWith(p(''))
  caretAt(into.editor, 1, 0)
  paste(into.editor, { text: whole })
  expect(blocksIn(into.session).map(({ type }) => type)).toEqual(['title', 'paragraph', 'paragraph', 'heading', 'paragraph'])
})

test('one line is only text, with the marks we know', () => {
  const { session, editor } = openWith(p('甲乙'))
  caretAt(editor, 1, 1)
  paste(editor, { html: '<span style="font-size:30px;color:red">学<b>用</b><ins>结</ins><code>合</code></span>' })
  expect(blocksIn(session)).toEqual([
    TITLE,
    { type: 'paragraph', runs: [{ text: '甲学' }, { text: '用', marks: ['bold'] }, { text: '结合乙' }] },
  ])
})

test('into a table’s cell go paragraphs only', () => {
  const { session, editor } = openWith({
    type: 'table',
    rows: [[{ header: false, colspan: 1, rowspan: 1, paragraphs: [{ type: 'paragraph', runs: [] }] }]],
  })
  caretAt(editor, 1, 3)
  paste(editor, { html: '<h2>标题</h2><p>正文</p>' })
  expect(blocksIn(session)[1]).toEqual({
    type: 'table',
    rows: [[{ header: false, colspan: 1, rowspan: 1, paragraphs: [p('标题'), p('正文')] }]],
  })
})
