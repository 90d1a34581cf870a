import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Block } from '../../shared/schema/blocks'
import { rootOf, updateOf } from '../../shared/schema/ydoc'
import { textBlocksIn, textOfBlock } from '../../shared/suggestions/block-edits'
import { cardsIn } from '../../shared/suggestions/cards'
import { decide } from '../../shared/suggestions/decide'
import { overlappingKey } from '../../shared/suggestions/mark-key'
import { newSuggestionId } from '../../shared/suggestions/proposal'
import { SuggestingHands } from '../../shared/suggestions/testing/hands'
import { CLOSE } from '../../shared/wire/close-codes'
import { RoomPeer } from '../testing/room-peer'
import { ROOM, RoomWorld } from '../testing/room-world'

const BLOCKS: Block[] = [
  { type: 'heading', level: 1, runs: [{ text: '存在的问题' }] },
  { type: 'paragraph', runs: [{ text: '学习不够深入。' }] },
]

const textIn = (doc: Y.Doc, index = 1) => textOfBlock(textBlocksIn(rootOf(doc))[index] as Y.XmlElement)
const reading = (peer: RoomPeer) => textBlocksIn(rootOf(peer.doc)).map((block) => textOfBlock(block).toDelta())

async function setUp() {
  const world = new RoomWorld()
  const room = await world.open()
  void room.write(updateOf(BLOCKS), null)
  const [editor, suggester] = [new RoomPeer('王芳', 1), new RoomPeer('李明', 2)]
  await world.settle()
  editor.connect(room)
  suggester.connect(room, 'suggest')
  await world.settle(editor, suggester)
  const hands = new SuggestingHands(suggester.doc, suggester.person)
  return { world, room, editor, suggester, hands }
}

describe('[W11] the judge', () => {
  test('lets proposals through, to disk and to everybody', async () => {
    const { world, editor, suggester, hands } = await setUp()
    hands.insert(hands.block(1), 2, '还')
    hands.remove(hands.block(1), 4, 2)
    hands.split(hands.block(0), 2)
    await world.settle(editor, suggester)
    expect(suggester.closedWith).toBeNull()
    expect(suggester.saved).toBe(true)
    expect(reading(editor)).toEqual(reading(suggester))
    expect(cardsIn(rootOf(editor.doc)).map((card) => card.author)).toEqual([suggester.person, suggester.person, suggester.person])
  })

  test('what it refuses closes the sender and reaches neither disk nor anybody; the next honest change passes', async () => {
    const { world, room, editor, suggester } = await setUp()
    const before = reading(editor)
    const rows = (await world.log.load(ROOM)).tail.length
    textIn(suggester.doc).delete(0, 2)
    await world.settle(editor, suggester)
    expect(suggester.closedWith).toBe(CLOSE.refusedChange)
    expect(reading(editor)).toEqual(before)
    expect((await world.log.load(ROOM)).tail).toHaveLength(rows)

    const back = new RoomPeer('李明', 12)
    back.connect(room, 'suggest')
    await world.settle(editor, back)
    const hands = new SuggestingHands(back.doc, back.person)
    hands.insert(hands.block(1), 0, '我们')
    await world.settle(editor, back)
    expect(back.closedWith).toBeNull()
    expect(reading(editor)).toEqual(reading(back))
    expect(world.errors).toEqual([])
  })

  test("nobody writes with another person's Yjs client id", async () => {
    const { world, room, editor, suggester } = await setUp()
    editor.doc.getXmlFragment('default').push([new Y.XmlElement('paragraph')])
    await world.settle(editor, suggester)
    const forger = new RoomPeer('赵静')
    forger.connect(room, 'suggest')
    await world.settle(editor, forger)
    // Yjs itself moved away from an id in use.
    forger.doc.clientID = 1
    const hands = new SuggestingHands(forger.doc, forger.person)
    hands.insert(hands.block(1), 0, '冒名')
    await world.settle(editor, forger)
    expect(forger.closedWith).toBe(CLOSE.refusedChange)
    expect(cardsIn(rootOf(editor.doc))).toEqual([])
  })

  test('text typed inside a proposal that was accepted a moment ago gets its mark', async () => {
    const { world, editor, suggester, hands } = await setUp()
    hands.insert(hands.block(1), 2, '还很')
    await world.settle(editor, suggester)
    const ids = new Set(cardsIn(rootOf(editor.doc)).map((card) => card.id))
    editor.doc.transact(() => decide(rootOf(editor.doc), ids, 'accept'))
    expect(hands.typeOn(hands.block(1), 3, '是')).toBe(true)
    await world.settle(editor)
    await world.settle(editor, suggester)
    expect(suggester.closedWith).toBeNull()
    expect(
      textIn(editor.doc)
        .toDelta()
        .map((part: { insert: string }) => part.insert),
    ).toEqual(['学习还', '是', '很不够深入。'])
    expect(cardsIn(rootOf(editor.doc))).toMatchObject([{ author: suggester.person, inserted: '是' }])
    expect(reading(editor)).toEqual(reading(suggester))
    expect(suggester.saved).toBe(true)
  })

  test.each(['at once', 'too late to be a race'] as const)(
    'an editor types inside a proposal that its author takes back, %s: accepted words never end up under its mark',
    async (when) => {
      const { world, editor, suggester, hands } = await setUp()
      hands.insert(hands.block(1), 2, '还很')
      await world.settle(editor, suggester)
      const [key] = Object.keys(textIn(editor.doc).toDelta()[1].attributes)
      textIn(suggester.doc).delete(2, 2)
      textIn(editor.doc).insert(3, '大', { [key as string]: null })
      await world.settle(suggester)
      if (when !== 'at once') world.clock.advance(20_000)
      await world.settle(editor)
      await world.settle(editor, suggester)
      expect(cardsIn(rootOf(editor.doc))).toEqual([])
      expect(textIn(editor.doc).toString()).toBe('学习大不够深入。')
      expect(reading(editor)).toEqual(reading(suggester))
      expect([editor.saved, suggester.saved]).toEqual([true, true])
      const stored = new Y.Doc()
      Y.applyUpdate(stored, await world.log.state(ROOM))
      expect(cardsIn(rootOf(stored))).toEqual([])
      expect(world.errors).toEqual([])
    },
  )

  test('an editor who deletes a proposal and takes that back a moment later brings the proposal back', async () => {
    const { world, editor, suggester, hands } = await setUp()
    hands.insert(hands.block(1), 2, '还很')
    await world.settle(editor, suggester)
    const undo = new Y.UndoManager(textIn(editor.doc))
    world.clock.advance(2_000)
    textIn(editor.doc).delete(2, 2)
    await world.settle(editor, suggester)
    expect(cardsIn(rootOf(suggester.doc))).toEqual([])
    world.clock.advance(2_000)
    undo.undo()
    await world.settle(editor, suggester)
    expect(cardsIn(rootOf(suggester.doc))).toMatchObject([{ inserted: '还很' }])
  })

  test('a word typed on where an editor writes at the same moment stays a proposal', async () => {
    const { world, editor, suggester, hands } = await setUp()
    const id = hands.newId()
    hands.insert(hands.block(1), 2, '还很', null, id)
    await world.settle(editor, suggester)
    const [key] = Object.keys(textIn(editor.doc).toDelta()[1].attributes)
    hands.insert(hands.block(1), 4, '是', null, id)
    textIn(editor.doc).insert(4, '大')
    textIn(editor.doc).format(4, 1, { [key as string]: null })
    await world.settle(suggester)
    await world.settle(editor)
    await world.settle(editor, suggester)
    expect(cardsIn(rootOf(editor.doc))).toMatchObject([{ inserted: '还很是' }])
    expect(reading(editor)).toEqual(reading(suggester))
    expect(suggester.closedWith).toBeNull()
  })

  test("deleting one's own text a moment after it was accepted becomes a proposed deletion", async () => {
    const { world, editor, suggester, hands } = await setUp()
    hands.insert(hands.block(1), 2, '还很')
    await world.settle(editor, suggester)
    const ids = new Set(cardsIn(rootOf(editor.doc)).map((card) => card.id))
    editor.doc.transact(() => decide(rootOf(editor.doc), ids, 'accept'))
    hands.remove(hands.block(1), 2, 2)
    await world.settle(editor)
    await world.settle(editor, suggester)
    expect(suggester.closedWith).toBeNull()
    expect(cardsIn(rootOf(editor.doc))).toMatchObject([{ author: suggester.person, deleted: '还很' }])
    expect(textIn(editor.doc).toString()).toContain('还很')
    expect(reading(editor)).toEqual(reading(suggester))
  })

  test('who is refused again and again is kept out without costing a copy each time', async () => {
    const { world, room, editor } = await setUp()
    const codes: (number | null)[] = []
    for (let attempt = 0; attempt < 7; attempt++) {
      const forger = new RoomPeer('李明', 100 + attempt)
      forger.connect(room, 'suggest')
      await world.settle(editor, forger)
      textIn(forger.doc).insert(0, '硬改')
      await world.settle(editor, forger)
      codes.push(forger.closedWith)
    }
    expect(codes).toEqual([...Array(5).fill(CLOSE.refusedChange), CLOSE.tooFrequent, CLOSE.tooFrequent])
    expect(textIn(editor.doc).toString()).toBe('学习不够深入。')
  })

  test('an id from the future is refused, a late one is not', async () => {
    const { world, editor, suggester } = await setUp()
    const propose = (peer: RoomPeer, at: number) => {
      const attrs = { id: newSuggestionId(peer.person, at, 0.5), author: peer.person, kind: null }
      textIn(peer.doc).insert(0, '话', { [overlappingKey('insertion', attrs)]: attrs })
    }
    propose(suggester, world.clock.now() - 86_400_000)
    await world.settle(editor, suggester)
    expect(suggester.closedWith).toBeNull()
    propose(suggester, world.clock.now() + 3_600_000)
    await world.settle(editor, suggester)
    expect(suggester.closedWith).toBe(CLOSE.refusedChange)
  })
})
