// @vitest-environment happy-dom
/** People's proposals meeting one another, what cannot be proposed, undo, and the cards. */
import { afterEach, describe, expect, test } from 'vitest'
import { type Block, plain } from '../../../shared/schema/blocks'
import { kindOfCard } from '../../../shared/suggestions/cards'
import { setBlockKind } from '../block-commands'
import { caretAt, erase, press, type } from '../testing/type'
import { focusCard, setMode, setView, stepCard, suggestionsOf } from './cards-store'
import { Meeting, type Person } from './testing/meeting'

const p = (text: string): Block => ({ type: 'paragraph', runs: plain(text) })
const TITLE: Block = { type: 'title', runs: plain('对照检查材料') }
const TABLE: Block = {
  type: 'table',
  rows: [[{ header: false, colspan: 1, rowspan: 1, paragraphs: [{ type: 'paragraph', runs: plain('格子') }] }]],
}
const BLOCKS = [TITLE, p('学习不够深入。'), p('调研较少。'), TABLE, p('结语。')]

const meetings: Meeting[] = []
afterEach(() => {
  for (const meeting of meetings.splice(0)) meeting.close()
})

function open(blocks: readonly Block[] = BLOCKS) {
  const meeting = new Meeting(blocks)
  meetings.push(meeting)
  const wang = meeting.join('wang', { suggests: true })
  const li = meeting.join('li', { suggests: true })
  const zhao = meeting.join('zhao', { suggests: false })
  return { meeting, wang, li, zhao }
}

function expectSound(meeting: Meeting): void {
  expect(meeting.objections).toEqual([])
  expect(meeting.differences()).toEqual([])
}

describe('proposals meet', () => {
  test('a burst is one card, a replacement too, and what was typed and erased leaves nothing', () => {
    const { meeting, wang } = open()
    wang.at('深入', 'over')
    type(wang.editor, '系统全面')
    erase(wang.editor, 1)
    wang.at('调研')
    type(wang.editor, '多')
    erase(wang.editor, 1)
    meeting.deliver()
    expectSound(meeting)
    expect(meeting.cards().map(({ inserted, deleted }) => [deleted, inserted])).toEqual([['深入', '系统全']])
  })

  test('an editor who types inside a proposal writes plain text', () => {
    const { meeting, wang, zhao } = open()
    wang.at('深入')
    type(wang.editor, '很不')
    meeting.deliver()
    zhao.at('不深')
    type(zhao.editor, '大')
    zhao.at('不深', 'over')
    meeting.deliver()
    expectSound(meeting)
    expect(meeting.after('reject')[1]).toEqual(p('学习不够大深入。'))
    expect(meeting.after('accept')[1]).toEqual(p('学习不够很大不深入。'))
  })

  test('an editor who types behind a proposal writes plain text, and inside words that are to go too', () => {
    const { meeting, wang, zhao } = open()
    wang.at('不够')
    type(wang.editor, '还')
    wang.at('调研', 'over')
    press(wang.editor, 'Backspace')
    meeting.deliver()
    zhao.at('还', 'behind')
    type(zhao.editor, '是')
    zhao.at('研')
    type(zhao.editor, '查')
    meeting.deliver()
    expect(meeting.after('reject').slice(1, 3)).toEqual([p('学习是不够深入。'), p('调查研较少。')])
    expect(meeting.after('accept').slice(1, 3)).toEqual([p('学习还是不够深入。'), p('查较少。')])
  })

  test('deleting another’s insertion: a suggester proposes it, an editor does it', () => {
    const { meeting, wang, li, zhao } = open()
    wang.at('深入')
    type(wang.editor, '很系统')
    meeting.deliver()
    li.at('系统', 'over')
    press(li.editor, 'Backspace')
    meeting.deliver()
    expectSound(meeting)
    expect(meeting.cards().map(({ author, deleted }) => [author, deleted])).toEqual([
      ['wang', ''],
      ['li', '系统'],
    ])
    expect(meeting.after('accept')[1]).toEqual(p('学习不够很深入。'))
    zhao.at('很')
    zhao.at('很', 'over')
    press(zhao.editor, 'Backspace')
    meeting.deliver()
    expect(zhao.texts()[1]).toBe('学习不够系统深入。')
  })

  test('two suggesters strike out the same words and write into one another’s', () => {
    const { meeting, wang, li } = open()
    wang.at('不够深入', 'over')
    type(wang.editor, '浮浅')
    li.at('够深', 'over')
    press(li.editor, 'Backspace')
    meeting.deliver()
    li.at('浅')
    type(li.editor, '于')
    meeting.deliver()
    expectSound(meeting)
    expect(meeting.after('accept')[1]).toEqual(p('学习浮于浅。'))
    expect(meeting.after('reject')).toEqual(BLOCKS)
  })

  test('a paragraph split by an editor keeps its own proposals in its first half', () => {
    const { meeting, wang, zhao } = open()
    wang.at('调研')
    press(wang.editor, 'Backspace')
    setBlockKind('quote')(wang.editor.state, wang.editor.view.dispatch)
    meeting.deliver()
    zhao.at('较少')
    press(zhao.editor, 'Enter')
    meeting.deliver()
    expectSound(meeting)
    expect(meeting.after('reject').slice(2, 4)).toEqual([p('调研'), p('较少。')])
  })

  test('taken in the middle of typing: what follows is still a proposal', () => {
    const { meeting, wang } = open()
    wang.at('深入')
    type(wang.editor, '很')
    meeting.deliver()
    meeting.decide('accept')
    type(wang.editor, '是')
    meeting.deliver()
    expectSound(meeting)
    expect(meeting.after('reject')[1]).toEqual(p('学习不够很深入。'))
    expect(meeting.after('accept')[1]).toEqual(p('学习不够很是深入。'))
  })
})

describe('what cannot be proposed is said and leaves the text alone', () => {
  const REFUSED: [string, (person: Person, li: Person, meeting: Meeting) => void, string][] = [
    ['a new table', ({ editor }) => (caretAt(editor, 1, 0), editor.commands.insertTable({ rows: 2, cols: 2 })), 'table'],
    ['a table row', (person) => (person.at('格子'), person.editor.commands.addRowAfter()), 'table'],
    ['a table taken away', (person) => (person.at('格子'), person.editor.commands.deleteTable()), 'table'],
    ['words across a table’s border', (person) => (person.select('研较', '格'), press(person.editor, 'Backspace')), 'table'],
    [
      'alignment',
      ({ editor }) =>
        editor.view.dispatch(editor.state.tr.setNodeMarkup(editor.state.doc.child(0).nodeSize, undefined, { align: 'right' })),
      'structure',
    ],
    [
      'joining what another proposes to join',
      (person, li, meeting) => {
        li.at('调研')
        press(li.editor, 'Backspace')
        meeting.deliver()
        person.at('调研')
        press(person.editor, 'Backspace')
      },
      'taken',
    ],
    [
      'a kind where another proposes one',
      (person, li, meeting) => {
        li.at('调研')
        setBlockKind('quote')(li.editor.state, li.editor.view.dispatch)
        meeting.deliver()
        person.at('调研')
        setBlockKind('heading1')(person.editor.state, person.editor.view.dispatch)
      },
      'taken',
    ],
  ]

  test.each(REFUSED)('%s', (_, deed, reason) => {
    const { meeting, wang, li } = open()
    deed(wang, li, meeting)
    meeting.deliver()
    expect(wang.refusals).toEqual([reason])
    expectSound(meeting)
    expect(meeting.after('reject')).toEqual(BLOCKS)
    expect(meeting.cards().filter(({ author }) => author === 'wang')).toEqual([])
  })
})

describe('undo', () => {
  test('takes back one’s own proposals, and redo brings them again', () => {
    const { meeting, wang, li } = open()
    wang.at('深入', 'over')
    type(wang.editor, '系统')
    li.at('调研')
    type(li.editor, '多')
    meeting.deliver()
    wang.editor.commands.undo()
    meeting.deliver()
    expectSound(meeting)
    expect(meeting.cards().map(({ author }) => author)).toEqual(['li'])
    wang.editor.commands.redo()
    meeting.deliver()
    expectSound(meeting)
    expect(meeting.after('accept').slice(1, 3)).toEqual([p('学习不够系统。'), p('多调研较少。')])
  })

  test('what was written as an editor is not taken back while suggesting', () => {
    const { meeting, zhao } = open()
    zhao.at('深入')
    type(zhao.editor, '很')
    setMode(zhao.editor, 'suggest')
    zhao.editor.commands.undo()
    meeting.deliver()
    expect(meeting.blocks()[1]).toEqual(p('学习不够很深入。'))
  })
})

describe('cards', () => {
  test('follow the text, say where they are, and are gone through by keyboard', () => {
    const { meeting, wang, li } = open()
    const store = suggestionsOf(wang.editor)
    let told = 0
    store.subscribe(() => {
      told += 1
    })
    li.at('调研')
    press(li.editor, 'Backspace')
    wang.at('深入', 'over')
    type(wang.editor, '系统')
    meeting.deliver()
    const { cards } = store.getSnapshot()
    expect(told).toBeGreaterThan(0)
    expect(cards.map((card) => [card.author, kindOfCard(card)])).toEqual([
      ['wang', 'replace'],
      ['li', 'join'],
    ])
    expect(wang.editor.state.doc.textBetween(cards[0]?.from ?? 0, cards[0]?.to ?? 0)).toBe('深入')
    expect(wang.editor.state.doc.nodeAt(cards[1]?.block ?? 0)?.textContent).toBe('调研较少。')
    caretAt(wang.editor, 0, 0)
    const seen = [1, 1, 1, -1].map((direction) => {
      stepCard(wang.editor, direction === 1 ? 1 : -1)
      return store.getSnapshot().active
    })
    const [one, two] = cards.map(({ id }) => id)
    expect(seen).toEqual([one, two, one, two])
    expect(store.getSnapshot().cards).toBe(cards)
  })

  test('the caret lights the suggestion it stands in; the text shows it', () => {
    const { wang } = open()
    wang.at('深入', 'over')
    type(wang.editor, '系统')
    const id = suggestionsOf(wang.editor).getSnapshot().cards[0]?.id ?? ''
    wang.at('结语')
    expect(suggestionsOf(wang.editor).getSnapshot().active).toBeNull()
    expect(focusCard(wang.editor, id)).toBe(true)
    expect(Array.from(wang.editor.view.dom.querySelectorAll('.is-lit'), (lit) => lit.textContent)).toEqual(['深入', '系统'])
    expect(focusCard(wang.editor, 'gone')).toBe(false)
  })

  test('reading, and looking at the text as taken or as it was, leave nothing to write', () => {
    const { meeting, wang } = open()
    for (const look of [() => setMode(wang.editor, 'read'), () => setView(wang.editor, 'final')]) {
      look()
      expect(wang.editor.isEditable).toBe(false)
      wang.at('深入', 'over')
      type(wang.editor, '系统')
      setMode(wang.editor, 'suggest')
    }
    meeting.deliver()
    expect(meeting.cards()).toEqual([])
    setView(wang.editor, 'marks')
    expect(wang.editor.isEditable).toBe(true)
  })
})
