// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { Meeting } from './suggesting/testing/meeting'
import { selectedWriting } from './selected-writing'
import { press, type } from './testing/type'

let meeting: Meeting
afterEach(() => meeting.close())

it('names each piece of a selection by who brought it, across blocks and cells, cut to what is selected', () => {
  meeting = new Meeting([
    { type: 'paragraph', runs: [{ text: '第一段原文。' }] },
    {
      type: 'table',
      rows: [[{ header: false, colspan: 1, rowspan: 1, paragraphs: [{ type: 'paragraph', runs: [{ text: '格子' }] }] }]],
    },
    { type: 'paragraph', runs: [{ text: '第二段', marks: ['bold'] }, { text: '原文。' }] },
  ])
  const ann = meeting.join('person-ann', { suggests: false })
  const ben = meeting.join('person-ben', { suggests: true })
  ann.at('原文')
  type(ann.editor, '新写')
  meeting.deliver()
  ben.at('新写', 'behind')
  type(ben.editor, '提议')
  press(ben.editor, 'Enter')
  meeting.deliver()
  ann.select('段新', '第二')
  const writing = selectedWriting(ann.editor)
  const wrote = ({ client }: { client: number }) => {
    if (ann.clients.has(client)) return 'ann'
    return ben.clients.has(client) ? 'ben' : 'before'
  }
  expect(writing.map((each) => [each.text, wrote(each), each.block, each.proposal?.author ?? null])).toEqual([
    ['段', 'before', 0, null],
    ['新写', 'ann', 0, null],
    ['提议', 'ben', 0, 'person-ben'],
    ['原文。', 'before', 0, null],
    ['格子', 'before', 1, null],
    ['第二', 'before', 2, null],
  ])
  const [first, , , fourth] = writing
  // They stood beside each other when they were brought.
  expect([fourth?.client, fourth?.clock]).toEqual([first?.client, (first?.clock ?? 0) + 1])
})

it('is empty where nothing is selected', () => {
  meeting = new Meeting([{ type: 'paragraph', runs: [{ text: '原文。' }] }])
  const ann = meeting.join('person-ann', { suggests: false })
  ann.at('原文')
  expect(selectedWriting(ann.editor)).toEqual([])
})
