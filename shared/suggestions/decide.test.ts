import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../ids'
import type { Block } from '../schema/blocks'
import { readBlocks, rootOf } from '../schema/ydoc'
import { Random } from '../testing/random'
import { textOfBlock } from './block-edits'
import { cardsIn, kindOfCard } from './cards'
import type { Decision } from './decide'
import { type EditResult, workOut } from './document-edit'
import { documentOf, SuggestingHands } from './testing/hands'
import { blocksUnder } from './view'

const WANG = 'person-of-wang' as PersonId
const LI = 'person-of-li' as PersonId

const BLOCKS: Block[] = [
  { type: 'title', runs: [{ text: '对照检查材料' }] },
  { type: 'paragraph', runs: [{ text: '学习不够' }, { text: '深入', marks: ['bold'] }, { text: '，时紧时松。' }] },
  { type: 'paragraph', runs: [{ text: '调研较少。' }] },
]

function setUp() {
  const doc = documentOf(BLOCKS)
  return { doc, wang: new SuggestingHands(doc, WANG), li: new SuggestingHands(doc, LI) }
}

const allIds = (doc: Y.Doc) => cardsIn(rootOf(doc)).map((card) => card.id)
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: text === '' ? [] : [{ text }] })

function decideAll(doc: Y.Doc, decision: Decision): EditResult {
  return workOut(doc, { kind: 'decide', suggestions: allIds(doc), decision })
}

/** Each deed, what it reads when taken, and how its card begins. */
const DEEDS: [string, (hands: SuggestingHands) => void, Block[], string][] = [
  ['insertion', (h) => h.insert(h.block(2), 2, '还'), [...BLOCKS.slice(0, 2), paragraph('调研还较少。')], 'insert'],
  ['deletion', (h) => h.remove(h.block(2), 2, 1), [...BLOCKS.slice(0, 2), paragraph('调研少。')], 'delete'],
  [
    'replacement',
    (h) => {
      const id = h.newId()
      h.remove(h.block(2), 2, 2, id)
      h.insert(h.block(2), 4, '只有两次', null, id)
    },
    [...BLOCKS.slice(0, 2), paragraph('调研只有两次。')],
    'replace',
  ],
  ['new paragraph', (h) => h.split(h.block(2), 2), [...BLOCKS.slice(0, 2), paragraph('调研'), paragraph('较少。')], 'split'],
  [
    'new heading',
    (h) => h.split(h.block(2), 2, 'heading2'),
    [...BLOCKS.slice(0, 2), paragraph('调研'), { type: 'heading', level: 2, runs: [{ text: '较少。' }] }],
    'split',
  ],
  [
    'joined paragraphs',
    (h) => h.join(h.block(2)),
    [
      BLOCKS[0] as Block,
      { type: 'paragraph', runs: [{ text: '学习不够' }, { text: '深入', marks: ['bold'] }, { text: '，时紧时松。调研较少。' }] },
    ],
    'join',
  ],
  [
    'paragraph to heading',
    (h) => h.retype(h.block(2), 'heading1'),
    [...BLOCKS.slice(0, 2), { type: 'heading', level: 1, runs: [{ text: '调研较少。' }] }],
    'retype',
  ],
  [
    'paragraph to ordinal',
    (h) => h.retype(h.block(2), 'ordinal'),
    [...BLOCKS.slice(0, 2), { ...paragraph('调研较少。'), ordinal: true } as Block],
    'retype',
  ],
  [
    'bold on',
    (h) => h.emphasise(h.block(2), 0, 2, 'bold', true),
    [...BLOCKS.slice(0, 2), { type: 'paragraph', runs: [{ text: '调研', marks: ['bold'] }, { text: '较少。' }] }],
    'format',
  ],
  [
    'bold off',
    (h) => h.emphasise(h.block(1), 4, 2, 'bold', false),
    [BLOCKS[0] as Block, paragraph('学习不够深入，时紧时松。'), BLOCKS[2] as Block],
    'format',
  ],
]

describe.each(DEEDS)('%s', (_, deed, meant, kind) => {
  test('accepted reads as meant, refused as before, and the views say so beforehand', () => {
    const { doc, wang } = setUp()
    deed(wang)
    expect(cardsIn(rootOf(doc)).map(kindOfCard)).toEqual([kind])
    expect(blocksUnder(doc, 'final')).toEqual(meant)
    expect(blocksUnder(doc, 'original')).toEqual(BLOCKS)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    decideAll(doc, 'accept')
    expect(readBlocks(rootOf(doc))).toEqual(meant)
    expect(allIds(doc)).toEqual([])
    decideAll(copy, 'reject')
    expect(readBlocks(rootOf(copy))).toEqual(BLOCKS)
    expect(allIds(copy)).toEqual([])
  })

  test.each(['accept', 'reject'] as const)('a decision to %s, taken back, leaves the suggestion as it was', (decision) => {
    const { doc, wang } = setUp()
    deed(wang)
    const cards = cardsIn(rootOf(doc))
    const { steps } = decideAll(doc, decision)
    // Others go on writing elsewhere in the meantime.
    textOfBlock(new SuggestingHands(doc, LI).block(0)).insert(0, '班子')
    expect(workOut(doc, { kind: 'takeBack', steps }).missed).toBe(0)
    expect(cardsIn(rootOf(doc))).toEqual(cards)
    expect(blocksUnder(doc, 'final').slice(1)).toEqual(meant.slice(1))
    expect(blocksUnder(doc, 'original').slice(1)).toEqual(BLOCKS.slice(1))
  })
})

test('one decision of many leaves the others, also where two people propose over the same words', () => {
  const { doc, wang, li } = setUp()
  wang.remove(wang.block(2), 0, 4)
  li.remove(li.block(2), 2, 2)
  li.insert(li.block(2), 4, '偏少')
  const ofLi = cardsIn(rootOf(doc)).filter((card) => card.author === LI)
  workOut(doc, { kind: 'decide', suggestions: ofLi.map((card) => card.id), decision: 'reject' })
  expect(cardsIn(rootOf(doc)).map(({ author, deleted }) => ({ author, deleted }))).toEqual([
    { author: WANG, deleted: '调研较少' },
  ])
  expect(blocksUnder(doc, 'original')).toEqual(BLOCKS)
})

test('deciding what is decided already changes nothing', () => {
  const { doc, wang } = setUp()
  wang.insert(wang.block(2), 0, '我')
  const ids = allIds(doc)
  decideAll(doc, 'accept')
  expect(workOut(doc, { kind: 'decide', suggestions: ids, decision: 'reject' }).update).toBeNull()
})

test.each(['accept', 'reject'] as const)('a decision to %s is taken back in a document just read from its bytes', (decision) => {
  const { doc, wang } = setUp()
  wang.join(wang.block(2))
  wang.retype(wang.block(1), 'heading1')
  const { steps } = decideAll(doc, decision)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  expect(workOut(copy, { kind: 'takeBack', steps }).missed).toBe(0)
  expect(cardsIn(rootOf(copy)).map(kindOfCard)).toEqual(['retype', 'join'])
})

test('a place that is gone is counted, not guessed', () => {
  const { doc, wang } = setUp()
  wang.insert(wang.block(2), 0, '我')
  const { steps } = decideAll(doc, 'accept')
  rootOf(doc).delete(2, 1)
  expect(workOut(doc, { kind: 'takeBack', steps })).toMatchObject({ update: null, missed: steps.length })
})

test.each(Array.from({ length: 80 }, (_, seed) => seed + 1))('seed %i: refusing everything gives the text as it was', (seed) => {
  const random = new Random(seed)
  const { doc, wang, li } = setUp()
  for (let step = 0; step < 40; step++) {
    const hands = random.pick([wang, li])
    const block = hands.block(random.below(3))
    const length = textOfBlock(block).length
    const offset = random.below(length + 1)
    const dice = random.next()
    if (dice < 0.4) hands.insert(block, offset, random.pick(['甲', '乙丙']))
    else if (dice < 0.7 && offset < length) hands.remove(block, offset, Math.min(3, length - offset))
    else if (dice < 0.8) hands.split(block, offset)
    else if (offset < length) hands.emphasise(block, offset, 1, 'italic', random.chance(0.5))
  }
  expect(blocksUnder(doc, 'original')).toEqual(BLOCKS)
  const { steps } = decideAll(doc, random.pick(['accept', 'reject']))
  workOut(doc, { kind: 'takeBack', steps })
  expect(blocksUnder(doc, 'original')).toEqual(BLOCKS)
})

test('words that came to lie under the mark of a break stay when the break is taken', () => {
  const { doc, wang } = setUp()
  wang.split(wang.block(2), 2)
  const text = textOfBlock(wang.block(2))
  const [, proposed] = text.toDelta() as { attributes: Record<string, unknown> }[]
  text.insert(3, '还是', proposed?.attributes)
  decideAll(doc, 'accept')
  expect(readBlocks(rootOf(doc)).slice(2)).toEqual([paragraph('调研'), paragraph('还是较少。')])
})
