import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../ids'
import type { Block } from '../schema/blocks'
import { rootOf } from '../schema/ydoc'
import { splitBlock, textBlocksIn, textOfBlock } from './block-edits'
import { drafterOf } from './drafted'
import { assignDrafter } from './drafters'
import { documentOf, judged, SuggestingHands } from './testing/hands'

const CHEN = 'person-of-chen' as PersonId
const LI = 'person-of-li' as PersonId

const heading = (level: 1 | 2, text: string): Block => ({ type: 'heading', level, runs: [{ text }] })
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] })

/** 0 part one (nobody) · 1 section drafted by Chen · 2 its text · 3 section of nobody · 4 its text · 5 part two, drafted by Li · 6 its section · 7 its text */
function setUp() {
  const doc = documentOf([
    heading(1, '问题'),
    heading(2, '学习方面'),
    paragraph('学习不够。'),
    heading(2, '作风方面'),
    paragraph('作风不实。'),
    heading(1, '措施'),
    heading(2, '抓学习'),
    paragraph('每月一次。'),
  ])
  const blocks = () => textBlocksIn(rootOf(doc))
  const idOf = (index: number) => {
    const id = blocks()[index]?._item?.id
    return `${id?.client}:${id?.clock}`
  }
  expect(assignDrafter(doc, idOf(1), CHEN)).toBe(true)
  expect(assignDrafter(doc, idOf(5), LI)).toBe(true)
  return { doc, block: (index: number) => blocks()[index] as Y.XmlElement, idOf }
}

test('a drafter holds for everything under the heading, until another heading says otherwise', () => {
  const { doc, block, idOf } = setUp()
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((index) => drafterOf(block(index)))).toEqual([null, CHEN, CHEN, null, null, LI, LI, LI])
  assignDrafter(doc, idOf(6), CHEN)
  expect([5, 6, 7].map((index) => drafterOf(block(index)))).toEqual([LI, CHEN, CHEN])
  assignDrafter(doc, idOf(1), null)
  expect(drafterOf(block(2))).toBeNull()
  expect(assignDrafter(doc, idOf(2), CHEN)).toBe(false)
})

describe('somebody who may edit, where the drafter decides', () => {
  type Deed = (world: ReturnType<typeof setUp>) => void
  const insertBlock =
    (at: number, name = 'paragraph', attributes: Record<string, unknown> = {}): Deed =>
    ({ doc }) => {
      const made = new Y.XmlElement(name)
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string)
      rootOf(doc).insert(at, [made])
    }

  const allowed: [string, Deed][] = [
    ['writes in their own section', ({ block }) => textOfBlock(block(2)).insert(0, '真正')],
    ['writes where nobody drafts', ({ block }) => textOfBlock(block(4)).delete(0, 2)],
    [
      'splits, adds and removes blocks there',
      ({ doc, block }) => {
        splitBlock(block(4), textOfBlock(block(4)), 2, 'paragraph')
        rootOf(doc).delete(4, 1)
      },
    ],
    ['adds a heading of their own section', insertBlock(2, 'heading', { level: 3 })],
    ['suggests in the section of another', ({ doc, block }) => new SuggestingHands(doc, CHEN).insert(block(7), 2, '至少')],
    [
      'does both at once',
      ({ doc, block }) => {
        textOfBlock(block(4)).insert(0, '我们')
        new SuggestingHands(doc, CHEN).remove(block(7), 0, 2)
      },
    ],
  ]
  test.each(allowed)('%s', (_, deed) => {
    const world = setUp()
    expect(judged(world.doc, CHEN, () => deed(world), 'drafted')).toEqual({ ok: true })
  })

  const refused: [string, Deed][] = [
    ['writes in the section of another', ({ block }) => textOfBlock(block(7)).insert(0, '硬改')],
    ['rewords its heading', ({ block }) => textOfBlock(block(6)).delete(0, 1)],
    ['removes a block of it', ({ doc }) => rootOf(doc).delete(7, 1)],
    ['removes its heading', ({ doc }) => rootOf(doc).delete(5, 1)],
    ['adds a block in it', insertBlock(7)],
    ['adds a block at its end', insertBlock(8)],
    ['cuts it off by a heading of their own', insertBlock(7, 'heading', { level: 1 })],
    ['makes themselves its drafter', ({ block }) => block(5).setAttribute('drafter', CHEN)],
    ['makes themselves the drafter of a section of nobody', ({ block }) => block(3).setAttribute('drafter', CHEN)],
    ['gives their own section away', ({ block }) => block(1).removeAttribute('drafter')],
    ['brings a heading with a drafter', insertBlock(4, 'heading', { level: 2, drafter: CHEN })],
    ['changes its level', ({ block }) => block(6).setAttribute('level', 1 as never)],
  ]
  test.each(refused)('%s: refused', (_, deed) => {
    const world = setUp()
    expect(judged(world.doc, CHEN, () => deed(world), 'drafted').ok).toBe(false)
  })
})
