import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { PersonId } from '../ids'
import type { Block } from '../schema/blocks'
import { rootOf } from '../schema/ydoc'
import { Random } from '../testing/random'
import { textBlocksIn, textOfBlock } from './block-edits'
import { overlappingKey } from './mark-key'
import { newSuggestionId } from './proposal'
import { forgeries } from './testing/forgeries'
import { documentOf, judged, NOW, SuggestingHands } from './testing/hands'

const WANG = 'person-of-wang' as PersonId
const LI = 'person-of-li' as PersonId
const OK = { ok: true }

const BLOCKS: Block[] = [
  { type: 'heading', level: 2, runs: [{ text: '理论学习方面' }] },
  { type: 'paragraph', runs: [{ text: '学习不够' }, { text: '深入', marks: ['bold'] }, { text: '，时紧时松。' }] },
  { type: 'paragraph', runs: [] },
  {
    type: 'table',
    rows: [[{ header: false, colspan: 1, rowspan: 1, paragraphs: [{ type: 'paragraph', runs: [{ text: '单元格' }] }] }]],
  },
]

function setUp() {
  const doc = documentOf(BLOCKS)
  return { doc, wang: new SuggestingHands(doc, WANG), li: new SuggestingHands(doc, LI) }
}

describe('what may be suggested', () => {
  const { doc, wang } = setUp()
  const deeds: [string, () => void][] = [
    ['typing in the middle of a paragraph', () => wang.insert(wang.block(1), 3, '真正')],
    ['typing in an empty paragraph', () => wang.insert(wang.block(2), 0, '补充一段。')],
    ['typing in a heading', () => wang.insert(wang.block(0), 0, '在')],
    ['typing in a table cell', () => wang.insert(wang.block(3), 1, '元')],
    ['deleting across plain and bold text', () => wang.remove(wang.block(1), 2, 7)],
    ['a new paragraph', () => wang.split(wang.block(1), 5)],
    ['joining a paragraph to the one before', () => wang.join(wang.block(2))],
    ['another kind of block', () => wang.retype(wang.block(1), 'heading3')],
    ['bold, proposed', () => wang.emphasise(wang.block(1), 0, 2, 'bold', true)],
    ['taking it all back', () => wang.withdrawAll()],
  ]
  test.each(deeds)('%s', (_, deed) => {
    expect(judged(doc, WANG, deed)).toEqual(OK)
  })

  test('inside, over and beside the suggestions of someone else', () => {
    const { doc, wang, li } = setUp()
    li.insert(li.block(1), 2, '还')
    li.remove(li.block(1), 5, 4)
    expect(judged(doc, WANG, () => wang.remove(wang.block(1), 0, 10))).toEqual(OK)
    expect(judged(doc, WANG, () => wang.insert(wang.block(1), 7, '更加'))).toEqual(OK)
    expect(judged(doc, WANG, () => wang.insert(wang.block(1), 3, '很'))).toEqual(OK)
  })

  test('equal neighbours that trade places', () => {
    const { doc, wang } = setUp()
    const text = textOfBlock(wang.block(3))
    doc.transact(() => text.insert(0, '单单'))
    const attrs = { id: wang.newId(), author: WANG, kind: null }
    // "单单" + a proposed 单 in the middle, written as a string difference: appended, then re-marked.
    const change = () => {
      text.insert(2, '单', { [overlappingKey('insertion', attrs)]: null })
      text.format(1, 1, { [overlappingKey('insertion', attrs)]: attrs })
    }
    expect(judged(doc, WANG, change)).toEqual(OK)
  })
})

describe('what is refused', () => {
  const text = (doc: Y.Doc, index = 1) => textOfBlock(textBlocksIn(rootOf(doc))[index] as Y.XmlElement)
  const goodId = newSuggestionId(WANG, NOW, 0.5)

  test.each(forgeries(WANG, LI, NOW))('$name', ({ refusal, forge }) => {
    const { doc } = setUp()
    expect(judged(doc, WANG, () => forge(doc))).toEqual({ ok: false, refusal })
  })

  test("touching another person's suggestions", () => {
    const attacks: ((doc: Y.Doc) => void)[] = [
      (doc) => text(doc).delete(2, 1),
      (doc) => text(doc).insert(3, '多'),
      (doc) => {
        const key = Object.keys((text(doc).toDelta() as { attributes?: object }[])[1]?.attributes ?? {})[0] ?? ''
        text(doc).format(2, 1, { [key]: null })
      },
      (doc) => (rootOf(doc).get(2) as Y.XmlElement).removeAttribute('join'),
      (doc) => (rootOf(doc).get(2) as Y.XmlElement).setAttribute('join', `${WANG}|${goodId}`),
    ]
    for (const attack of attacks) {
      const { doc, li } = setUp()
      li.insert(li.block(1), 2, '还')
      li.join(li.block(2))
      expect(judged(doc, WANG, () => attack(doc)).ok).toBe(false)
    }
  })
})

/** Honest deeds of three people, and among them now and then a change no suggester may make. */
function randomDeed(random: Random, hands: SuggestingHands): void {
  const block = hands.block(random.below(4))
  const length = textOfBlock(block).length
  const offset = random.below(length + 1)
  const size = 1 + random.below(3)
  const inside = Math.min(size, length - offset)
  const dice = random.next()
  if (dice < 0.4) hands.insert(block, offset, random.pick(['甲', '乙丙', '学']))
  else if (dice < 0.65 && inside > 0) hands.remove(block, offset, inside)
  else if (dice < 0.75) hands.split(block, offset)
  else if (dice < 0.85 && inside > 0) hands.emphasise(block, offset, inside, random.pick(['bold', 'italic']), random.chance(0.5))
  else if (dice < 0.9) hands.withdrawAll()
  else hands.insert(block, 0, '首')
}

test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
  'seed %i: an honest suggester is never refused, and taking their work out gives the document without them',
  (seed) => {
    const random = new Random(seed)
    const doc = documentOf(BLOCKS)
    const people = [WANG, LI, 'person-of-chen' as PersonId].map((person) => new SuggestingHands(doc, person))
    const without = documentOf(BLOCKS)
    // The same story without Wang: what Li and Chen do, they do in both documents, at the places they see.
    for (let step = 0; step < 80; step++) {
      const hands = random.pick(people)
      expect(
        judged(doc, hands.person, () => randomDeed(random, hands)),
        `step ${step}`,
      ).toEqual(OK)
    }
    for (const hands of people) doc.transact(() => hands.withdrawAll())
    const texts = (of: Y.Doc) => textBlocksIn(rootOf(of)).map((block) => textOfBlock(block).toDelta())
    expect(texts(doc)).toEqual(texts(without))
  },
)
