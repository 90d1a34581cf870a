// @vitest-environment happy-dom
/** Somebody who may edit, and may only suggest where another drafts: the server's rule must find nothing wrong with what they write. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../../../shared/ids'
import { type Block, type HeadingLevel, plain } from '../../../shared/schema/blocks'
import { readBlocks, rootOf, updateOf } from '../../../shared/schema/ydoc'
import { workOut } from '../../../shared/suggestions/document-edit'
import { assignDrafter } from '../../../shared/suggestions/drafters'
import { type Verdict, verdict } from '../../../shared/suggestions/verdict'
import { setBlockKind } from '../block-commands'
import { sectionsOf } from '../sections'
import { caretAt, erase, press, type } from '../testing/type'
import { TestSession } from '../testing/test-session'
import { setHeld, suggestionsOf } from './cards-store'
import { suggestionsElsewhere } from './drafted-sections'
import { Person } from './testing/meeting'
import { drafterAtCaret, isSuggesting } from './suggesting-state'

const WANG = 'wang' as PersonId
const CHEN = 'chen' as PersonId

const heading = (level: HeadingLevel, text: string): Block => ({ type: 'heading', level, runs: plain(text) })
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: plain(text) })

/** Block 2 is drafted by Chen, and 3 and 4 with it; 5 by nobody; 7 by Wang. */
const BLOCKS: Block[] = [
  heading(1, '存在问题'),
  paragraph('概述。'),
  heading(2, '学习方面'),
  paragraph('学得不够。'),
  heading(3, '笔记'),
  heading(2, '作风方面'),
  paragraph('调研较少。'),
  heading(2, '廉洁方面'),
  paragraph('提醒不多。'),
]

let server: Y.Doc
let wang: Person
let verdicts: Verdict[]

function headingId(index: number): string {
  const { client, clock } = (rootOf(server).get(index) as Y.XmlElement)._item?.id ?? { client: 0, clock: 0 }
  return `${client}:${clock}`
}

beforeEach(() => {
  server = new Y.Doc()
  verdicts = []
  Y.applyUpdate(server, updateOf(BLOCKS))
  assignDrafter(server, headingId(2), CHEN)
  assignDrafter(server, headingId(7), WANG)
  const judged = { person: WANG, scope: 'drafted', latest: Date.now() + 60_000 } as const
  const judge = (transaction: Y.Transaction) => verdicts.push(verdict(transaction, judged))
  const session = new TestSession(Y.encodeStateAsUpdate(server), ({ kind, bytes }) => {
    if (kind !== 'update') return
    server.on('afterTransaction', judge)
    Y.applyUpdate(server, bytes)
    server.off('afterTransaction', judge)
  })
  wang = new Person(WANG, session, false)
  setHeld(wang.editor, true)
})

afterEach(() => {
  expect(verdicts.filter(({ ok }) => !ok)).toEqual([])
  wang.editor.destroy()
})

/** As if nobody had suggested anything. */
function refusingAll(): Block[] {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(server))
  workOut(copy, {
    kind: 'decide',
    suggestions: suggestionsOf(wang.editor)
      .getSnapshot()
      .cards.map(({ id }) => id),
    decision: 'reject',
  })
  return readBlocks(rootOf(copy))
}

const texts = (blocks: readonly Block[]) =>
  blocks.map((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : ''))
const cards = () => suggestionsOf(wang.editor).getSnapshot().cards

describe('where another drafts', () => {
  test.each([
    ['typing', () => (caretAt(wang.editor, 3, 2), type(wang.editor, '习'))],
    ['deleting', () => (caretAt(wang.editor, 3, 3), erase(wang.editor, 2))],
    ['Enter', () => (caretAt(wang.editor, 3, 5), press(wang.editor, 'Enter'), type(wang.editor, '要改。'))],
    ['a heading’s level', () => (caretAt(wang.editor, 4, 0), press(wang.editor, 'Tab'))],
    ['bold', () => (wang.at('不够', 'over'), wang.editor.commands.toggleMark('bold'))],
    ['a selection that begins in one’s own right', () => (wang.select('概述', '学得'), press(wang.editor, 'Delete'))],
    ['joining with the text before', () => (caretAt(wang.editor, 2, 0), press(wang.editor, 'Backspace'))],
    ['a subheading of it', () => (caretAt(wang.editor, 4, 2), type(wang.editor, '方面'))],
  ])('%s is a suggestion by itself', (_, deed) => {
    deed()
    expect(cards().length).toBeGreaterThan(0)
    expect(refusingAll()).toEqual(BLOCKS)
    expect(verdicts.length).toBeGreaterThan(0)
  })

  test('the caret says so, and says who', () => {
    caretAt(wang.editor, 3, 0)
    expect([isSuggesting(wang.editor.state), drafterAtCaret(wang.editor.state)]).toEqual([true, CHEN])
    for (const block of [1, 6, 8]) {
      caretAt(wang.editor, block, 0)
      expect([isSuggesting(wang.editor.state), drafterAtCaret(wang.editor.state)]).toEqual([false, null])
    }
  })

  test('a heading that would alter who drafts what is refused, with a word', () => {
    caretAt(wang.editor, 7, 0)
    setBlockKind('paragraph')(wang.editor.state, wang.editor.view.dispatch, wang.editor.view)
    expect(wang.refusals).toEqual(['drafted'])
    expect(verdicts).toEqual([])
  })

  test('what was written before cannot be taken back behind the drafter’s back', () => {
    caretAt(wang.editor, 6, 0)
    type(wang.editor, '到基层')
    const before = Y.encodeStateVector(server)
    assignDrafter(server, headingId(5), CHEN)
    wang.session.receive({ kind: 'update', bytes: Y.encodeStateAsUpdate(server, before) })
    wang.editor.commands.undo()
    expect(texts(readBlocks(rootOf(server)))[6]).toBe('到基层调研较少。')
  })
})

describe('elsewhere', () => {
  test.each([
    ['where nobody drafts', 6, '到基层调研较少。'],
    ['in one’s own section', 8, '到基层提醒不多。'],
    ['before the first section', 1, '到基层概述。'],
  ])('%s what one writes is plain', (_, block, expected) => {
    caretAt(wang.editor, block, 0)
    type(wang.editor, '到基层')
    press(wang.editor, 'Enter')
    expect(cards()).toEqual([])
    expect(
      texts(readBlocks(rootOf(server)))
        .slice(block, block + 2)
        .join(''),
    ).toBe(expected)
  })
})

test('suggestions that only another decides are known', () => {
  caretAt(wang.editor, 3, 0)
  type(wang.editor, '我')
  const [card] = cards()
  expect([...suggestionsElsewhere(wang.editor.state.doc, WANG)]).toEqual([card?.id])
  expect([...suggestionsElsewhere(wang.editor.state.doc, CHEN)]).toEqual([])
})

test('the outline names the drafter where named, and knows who drafts below', () => {
  const drafters = sectionsOf(wang.editor)
    .getSnapshot()
    .map(({ ownDrafter, drafter }) => [ownDrafter, drafter])
  expect(drafters).toEqual([
    [null, null],
    [CHEN, CHEN],
    [null, CHEN],
    [null, null],
    [WANG, WANG],
  ])
})
