/**
 * Seeded chaos over a room: edits, lost connections, slow readers, compactions, full disks, processes that die. At the end
 * everyone reads the same, the log reads the same, and at each restart everything acknowledged was there.
 * A longer run: `FUZZ_SEEDS=2000 npx vitest run server/collab/room.fuzz`.
 */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Random } from '../../shared/testing/random'
import { RoomPeer } from '../testing/room-peer'
import { ROOM, RoomWorld } from '../testing/room-world'

const SEEDS = Number(process.env.FUZZ_SEEDS ?? 60)
const STEPS = 250

async function stored(world: RoomWorld): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await world.log.state(ROOM))
  return doc
}

function edit(random: Random, peer: RoomPeer): void {
  const length = peer.text.length
  if (length > 3 && random.chance(0.35)) {
    const at = random.below(length - 1)
    peer.doc.getText('t').delete(at, 1 + random.below(Math.min(3, length - at - 1) || 1))
  } else {
    peer.type(random.below(length + 1), random.pick(['学', '习', '对照', '检查', '一二三']))
  }
}

async function story(seed: number): Promise<void> {
  const random = new Random(seed)
  const world = new RoomWorld({ compactRows: 20, lagBytes: 100, flushWindowMs: 16 })
  let room = await world.open()
  const peers = ['王芳', '李明', '陈刚', '赵静'].map((name, index) => new RoomPeer(name, index + 1))
  for (const peer of peers) peer.connect(room)

  for (let step = 0; step < STEPS; step++) {
    const peer = random.pick(peers)
    const dice = random.next()
    if (dice < 0.4) edit(random, peer)
    else if (dice < 0.6) peer.deliverOut()
    else if (dice < 0.8) peer.deliverIn()
    else if (dice < 0.84) await new Promise((resolve) => setImmediate(resolve))
    else if (dice < 0.88) world.clock.advance(random.below(40))
    else if (dice < 0.91) peer.drop()
    else if (dice < 0.95) {
      if (!peer.connected) peer.connect(room)
    } else if (dice < 0.96) void room.compact()
    else if (dice < 0.97) world.log.failure = world.log.failure ? null : new Error('disk full')
    else if (dice < 0.985) {
      peer.unsentBytes = peer.unsentBytes > 0 ? 0 : 1000
      if (peer.connected && peer.unsentBytes === 0) room.drained(peer.session)
    } else {
      for (const each of peers) each.drop()
      room = await world.restart()
      const clocks = Y.decodeStateVector(Y.encodeStateVector(await stored(world)))
      for (const each of peers) {
        expect(clocks.get(each.doc.clientID) ?? 0, `${each.name}'s acknowledged typing`).toBeGreaterThanOrEqual(each.ackedClock)
      }
    }
  }

  world.log.failure = null
  for (const peer of peers) {
    peer.unsentBytes = 0
    if (peer.connected) room.drained(peer.session)
    else peer.connect(room)
  }
  world.clock.advance(60_000)
  await world.settle(...peers)
  world.clock.advance(60_000)
  await world.settle(...peers)

  const texts = peers.map((peer) => peer.text)
  expect(new Set(texts).size, `texts: ${JSON.stringify(texts)}`).toBe(1)
  expect((await stored(world)).getText('t').toString()).toBe(texts[0])
  for (const peer of peers) expect(peer.saved, `${peer.name} saved`).toBe(true)
  expect(world.errors).toEqual([])
}

test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))('seed %i', async (seed) => {
  await story(seed)
})
