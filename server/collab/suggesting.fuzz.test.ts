/**
 * Seeded chaos with suggesters: editors, suggesters and decisions, lost connections and processes that die. At the end everyone
 * reads the same; no honest suggester was ever refused; and replaying the log row by row, no row of a suggester changed what the
 * document says without proposals (read by refusing them all, which shares no code with the judge).
 * A longer run: `FUZZ_SEEDS=200 FUZZ_STEPS=200 npx vitest run server/collab/suggesting.fuzz`.
 */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import type { Block } from '../../shared/schema/blocks'
import { rootOf, updateOf } from '../../shared/schema/ydoc'
import { splitBlock, textBlocksIn, textOfBlock } from '../../shared/suggestions/block-edits'
import { cardsIn } from '../../shared/suggestions/cards'
import { workOut } from '../../shared/suggestions/document-edit'
import { SuggestingHands } from '../../shared/suggestions/testing/hands'
import { blocksUnder } from '../../shared/suggestions/view'
import { Random } from '../../shared/testing/random'
import type { LogEntry } from '../ports/update-log'
import { RoomPeer } from '../testing/room-peer'
import { ROOM, RoomWorld } from '../testing/room-world'
import type { Room } from './room'

const SEEDS = Number(process.env.FUZZ_SEEDS ?? 25)
const STEPS = Number(process.env.FUZZ_STEPS ?? 120)

const BLOCKS: Block[] = [
  { type: 'heading', level: 1, runs: [{ text: '存在的问题' }] },
  { type: 'paragraph', runs: [{ text: '学习不够' }, { text: '深入', marks: ['bold'] }, { text: '，时紧时松。' }] },
  { type: 'paragraph', runs: [{ text: '调研较少。' }] },
]

function edit(random: Random, doc: Y.Doc): void {
  const block = random.pick(textBlocksIn(rootOf(doc)))
  const text = textOfBlock(block)
  const offset = random.below(text.length + 1)
  const dice = random.next()
  if (dice < 0.55) {
    const marks = (text.toDelta() as { attributes?: object }[]).flatMap((part) => Object.keys(part.attributes ?? {}))
    text.insert(offset, random.pick(['编', '辑者']), Object.fromEntries(marks.map((key) => [key, null])))
  } else if (dice < 0.85 && offset < text.length) text.delete(offset, Math.min(2, text.length - offset))
  else if (textBlocksIn(rootOf(doc)).length < 8) doc.transact(() => splitBlock(block, text, offset, 'paragraph'))
}

function suggest(random: Random, hands: SuggestingHands): void {
  const blocks = textBlocksIn(rootOf(hands.doc))
  const block = random.pick(blocks)
  const length = textOfBlock(block).length
  const offset = random.below(length + 1)
  const dice = random.next()
  if (dice < 0.2 && hands.typeOn(block, offset, '续')) return
  if (dice < 0.5) hands.insert(block, offset, random.pick(['建', '议者']))
  else if (dice < 0.8 && offset < length) hands.doc.transact(() => hands.remove(block, offset, Math.min(3, length - offset)))
  else if (dice < 0.88) hands.split(block, offset)
  else if (dice < 0.95 && offset < length) hands.emphasise(block, offset, 1, 'bold', random.chance(0.5))
  else if (!block.getAttribute('join') && block !== blocks[0]) hands.join(block)
}

/** The server decides on some of what is on disk, as a request would. */
async function decideSome(random: Random, world: RoomWorld, room: Room): Promise<void> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await world.log.state(ROOM))
  const ids = cardsIn(rootOf(doc)).map((card) => card.id)
  if (ids.length === 0) return
  const { update } = workOut(doc, {
    kind: 'decide',
    suggestions: [random.pick(ids)],
    decision: random.pick(['accept', 'reject']),
  })
  if (update) void room.write(update, 'person-of-office' as PersonId)
}

/** @returns the suggesters whose rows changed what stands without proposals. */
function changedByRows(rows: readonly LogEntry[], suggesters: ReadonlySet<PersonId>): string[] {
  const doc = new Y.Doc()
  const guilty: string[] = []
  let before = ''
  let suspect: PersonId | null = null
  for (const { actor, update } of rows) {
    Y.applyUpdate(doc, update)
    const now = JSON.stringify(blocksUnder(doc, 'original'))
    // A row of the server right behind a suggester's may mend it: they count together.
    const mends = actor === null && suspect !== null
    if (!mends) {
      if (suspect !== null) guilty.push(suspect)
      suspect = null
    }
    const isSuggester = actor !== null && suggesters.has(actor)
    if (mends) {
      if (now !== before) guilty.push(String(suspect))
      suspect = null
    } else if (isSuggester && now !== before) {
      suspect = actor
      continue
    }
    before = now
  }
  return suspect === null ? guilty : [...guilty, suspect]
}

async function story(seed: number): Promise<void> {
  const random = new Random(seed)
  const world = new RoomWorld({ compactRows: 1_000_000, compactBytes: 1e9 })
  let room = await world.open()
  void room.write(updateOf(BLOCKS), null)
  await world.settle()
  const editors = ['王芳', '李明'].map((name, index) => new RoomPeer(name, index + 1))
  const suggesters = ['陈刚', '赵静', '孙伟', '周敏'].map((name, index) => new RoomPeer(name, index + 11))
  const hands = new Map(suggesters.map((peer) => [peer, new SuggestingHands(peer.doc, peer.person)]))
  const everyone = [...editors, ...suggesters]
  const connect = (peer: RoomPeer) => peer.connect(room, hands.has(peer) ? 'suggest' : 'edit')
  for (const peer of everyone) connect(peer)
  await world.settle(...everyone)

  for (let step = 0; step < STEPS; step++) {
    const peer = random.pick(everyone)
    const own = hands.get(peer)
    const dice = random.next()
    if (dice < 0.35) {
      if (own) suggest(random, own)
      else edit(random, peer.doc)
    } else if (dice < 0.6) peer.deliverOut()
    else if (dice < 0.8) peer.deliverIn()
    else if (dice < 0.86) await new Promise((resolve) => setImmediate(resolve))
    else if (dice < 0.9) world.clock.advance(random.below(40))
    else if (dice < 0.94) await decideSome(random, world, room)
    else if (dice < 0.96) peer.drop()
    else if (dice < 0.99) {
      if (!peer.connected) connect(peer)
    } else {
      for (const each of everyone) each.drop()
      room = await world.restart()
    }
    for (const each of suggesters) expect(each.closedWith, `step ${step}: ${each.name} was refused: ${each.closedWhy}`).toBeNull()
  }

  for (const peer of everyone) if (!peer.connected) connect(peer)
  await world.settle(...everyone)
  world.clock.advance(1_000)
  await world.settle(...everyone)
  const texts = everyone.map((peer) => rootOf(peer.doc).toString())
  for (const peer of everyone) expect(peer.closedWith, `${peer.name} was refused: ${peer.closedWhy}`).toBeNull()
  expect(new Set(texts).size).toBe(1)
  for (const peer of everyone) expect(peer.saved, `${peer.name} saved`).toBe(true)
  expect(world.errors).toEqual([])
  expect(changedByRows(world.log.rows, new Set(suggesters.map((peer) => peer.person)))).toEqual([])
}

test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))('seed %i', async (seed) => {
  await story(seed)
})
