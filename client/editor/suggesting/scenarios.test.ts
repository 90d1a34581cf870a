// @vitest-environment happy-dom
/**
 * Every operation as a proposal: alone, beside an editor in the same paragraph, beside a second suggester. Taken, it must read as
 * if an editor had done the same; refused, as if nobody had; and the server's rule must find nothing in it but proposals.
 */
import { toggleMark } from '@tiptap/pm/commands'
import { afterEach, describe, expect, test } from 'vitest'
import { type Block, plain } from '../../../shared/schema/blocks'
import { setBlockKind } from '../block-commands'
import { replaceAll, setQuery } from '../find'
import { erase, paste, press, type } from '../testing/type'
import { Meeting, type Person } from './testing/meeting'

const BLOCKS: Block[] = [
  { type: 'title', runs: plain('对照检查材料') },
  { type: 'heading', level: 1, runs: plain('存在问题') },
  { type: 'paragraph', runs: [{ text: '学习不够' }, { text: '深入', marks: ['bold'] }, { text: '，时紧时松，成效不明显。' }] },
  { type: 'paragraph', runs: plain('调研较少。') },
  {
    type: 'table',
    rows: [[{ header: false, colspan: 1, rowspan: 1, paragraphs: [{ type: 'paragraph', runs: plain('格子里') }] }]],
  },
  { type: 'paragraph', runs: plain('结语。') },
]

type Deed = (person: Person) => void

const run = ({ editor }: Person, command: ReturnType<typeof setBlockKind>) =>
  command(editor.state, editor.view.dispatch, editor.view)

const DEEDS: [string, Deed][] = [
  ['typing', (p) => (p.at('不够', 'behind'), type(p.editor, '系统'))],
  ['typing at the start', (p) => (p.at('学习'), type(p.editor, '我们'))],
  ['typing at the end', (p) => (p.at('不明显。', 'behind'), type(p.editor, '要改。'))],
  ['typing inside bold', (p) => (p.at('入'), type(p.editor, '甚'))],
  ['typing the same character', (p) => (p.at('不够'), type(p.editor, '不不'))],
  ['typing in the heading', (p) => (p.at('问题'), type(p.editor, '主要'))],
  ['erasing', (p) => (p.at('不够', 'behind'), erase(p.editor, 1), erase(p.editor, 1))],
  ['typing and erasing more', (p) => (p.at('不够', 'behind'), type(p.editor, '系统'), erase(p.editor, 3))],
  ['deleting a selection', (p) => (p.at('够深', 'over'), press(p.editor, 'Backspace'))],
  ['replacing a selection', (p) => (p.at('够深', 'over'), type(p.editor, '很细'))],
  ['deleting across paragraphs', (p) => (p.select('明显。', '调研'), press(p.editor, 'Backspace'))],
  ['replacing across paragraphs', (p) => (p.select('明显。', '调研'), type(p.editor, '差'))],
  ['deleting a heading’s words and the next ones', (p) => (p.select('问题', '学习'), press(p.editor, 'Delete'))],
  ['Enter in the middle', (p) => (p.at('，时'), press(p.editor, 'Enter'))],
  ['Enter at the end, and on', (p) => (p.at('不明显。', 'behind'), press(p.editor, 'Enter'), type(p.editor, '一要学。'))],
  ['Enter behind a heading', (p) => (p.at('问题', 'behind'), press(p.editor, 'Enter'), type(p.editor, '概述。'))],
  ['Enter in a heading', (p) => (p.at('问题'), press(p.editor, 'Enter'))],
  ['Enter over a selection', (p) => (p.at('够深', 'over'), press(p.editor, 'Enter'))],
  ['Enter twice', (p) => (p.at('，时'), press(p.editor, 'Enter'), type(p.editor, '再'), press(p.editor, 'Enter'))],
  ['Enter and back', (p) => (p.at('，时'), press(p.editor, 'Enter'), backspace(p))],
  ['joining with Backspace', (p) => (p.at('调研'), press(p.editor, 'Backspace'))],
  ['joining with Delete', (p) => (p.at('不明显。', 'behind'), press(p.editor, 'Delete'))],
  ['joining a heading', (p) => (p.at('问题', 'behind'), press(p.editor, 'Delete'))],
  ['a heading back to text', (p) => (p.at('存在'), press(p.editor, 'Backspace'))],
  ['a heading’s level', (p) => (p.at('存在'), press(p.editor, 'Tab'))],
  ['a level twice', (p) => (p.at('存在'), press(p.editor, 'Tab'), press(p.editor, 'Tab'))],
  ['text to heading', (p) => (p.at('调研'), run(p, setBlockKind('heading2')))],
  ['text to list item', (p) => (p.at('调研'), run(p, setBlockKind('ordinal')))],
  ['text to quote', (p) => (p.at('调研'), run(p, setBlockKind('quote')))],
  ['two blocks to quotes', (p) => (p.select('深入', '调研'), run(p, setBlockKind('quote')))],
  ['a number typed', (p) => (p.at('调研'), type(p.editor, '（一）'))],
  ['there and back again', (p) => (p.at('调研'), run(p, setBlockKind('quote')), run(p, setBlockKind('paragraph')))],
  ['bold', (p) => (p.at('学习', 'over'), p.editor.commands.toggleMark('bold'))],
  ['bold off', (p) => (p.at('深入', 'over'), p.editor.commands.toggleMark('bold'))],
  ['italic over bold', (p) => (p.select('够', '深入'), p.editor.commands.toggleMark('italic'))],
  ['underline across paragraphs', (p) => (p.select('明显', '调研'), p.editor.commands.toggleMark('underline'))],
  [
    'bold in one’s own words',
    (p) => (p.at('不够', 'behind'), type(p.editor, '系统'), p.at('系统', 'over'), p.editor.commands.toggleMark('bold')),
  ],
  [
    'bold typing',
    (p) => (
      p.at('调研'),
      toggleMark(p.editor.schema.marks.bold ?? never())(p.editor.state, p.editor.view.dispatch),
      type(p.editor, '粗')
    ),
  ],
  ['pasting words', (p) => (p.at('够深', 'over'), paste(p.editor, { text: '很 细' }))],
  ['pasting bold words', (p) => (p.at('不够'), paste(p.editor, { html: '<p>甚<b>至</b></p>' }))],
  ['pasting paragraphs', (p) => (p.at('不够'), paste(p.editor, { text: '第一段话。\n第二段话。' }))],
  [
    'pasting parts and sections',
    (p) => (p.at('不明显。', 'behind'), paste(p.editor, { text: '二、原因分析\n（一）认识不足\n学得不深。' })),
  ],
  ['pasting over paragraphs', (p) => (p.select('明显', '调研'), paste(p.editor, { text: '第一段话。\n第二段话。' }))],
  ['a table’s words', (p) => (p.at('格子里', 'over'), type(p.editor, '新'))],
  ['two lines in a cell', (p) => (p.at('子里'), press(p.editor, 'Enter'))],
  ['find and replace', (p) => (setQuery(p.editor, { text: '不', matchCase: false }), replaceAll(p.editor, '未'))],
  ['dragging words', (p) => dragged(p, '学习', '调研')],
]

/** A proposed break is a character like others; a real one is a matter of blocks. */
function backspace(p: Person): void {
  if (p.suggests) erase(p.editor, 1)
  else press(p.editor, 'Backspace')
}

function never(): never {
  throw new Error('no such mark')
}

function dragged(p: Person, what: string, before: string): void {
  const { state, view } = p.editor
  const from = p.find(what)
  const slice = state.doc.slice(from, from + what.length)
  const tr = state.tr.delete(from, from + what.length)
  view.dispatch(tr.replaceRange(tr.mapping.map(p.find(before)), tr.mapping.map(p.find(before)), slice).setMeta('uiEvent', 'drop'))
}

const meetings: Meeting[] = []
afterEach(() => {
  for (const meeting of meetings.splice(0)) meeting.close()
})

function meeting(): Meeting {
  const made = new Meeting(BLOCKS)
  meetings.push(made)
  return made
}

/** What somebody else does in the same paragraph, at the same time. */
const OTHER: Deed = (p) => (p.at('紧'), type(p.editor, '又'), p.at('成', 'over'), type(p.editor, '收'))

function asEditors(...deeds: Deed[]): Block[] {
  const made = meeting()
  const editor = made.join('editor', { suggests: false })
  for (const deed of deeds) {
    deed(editor)
    made.deliver()
  }
  return made.blocks()
}

const COMPANY = [
  ['alone', null],
  ['beside an editor', { suggests: false }],
  ['beside a second suggester', { suggests: true }],
] as const

describe.each(COMPANY)('%s', (_, company) => {
  test.each(DEEDS)('%s', (name, deed) => {
    const made = meeting()
    const wang = made.join('wang', { suggests: true })
    const other = company === null ? null : made.join('li', company)
    deed(wang)
    if (other !== null) OTHER(other)
    made.deliver()
    expect(made.objections).toEqual([])
    expect(wang.refusals).toEqual([])
    expect(made.differences()).toEqual([])
    const others = other === null ? [] : [OTHER]
    expect(made.after('accept')).toEqual(asEditors(deed, ...others))
    expect(made.after('reject')).toEqual(company?.suggests === false ? asEditors(OTHER) : BLOCKS)
    const own = made.cards().filter(({ author }) => author === 'wang')
    expect(own.length > 0).toBe(name !== 'there and back again' && name !== 'Enter and back')
  })
})
