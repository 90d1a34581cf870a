import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { RoomPeer } from '../testing/room-peer'
import { ROOM, RoomWorld } from '../testing/room-world'
import { Rooms } from './rooms'

function houseOf(world: RoomWorld): Rooms {
  const { log: updateLog, commit, clock, limits } = world
  const access = { rightsOn: () => Promise.resolve(null) }
  return new Rooms({ updateLog, commit, access, clock, limits, onChanged: () => undefined, onError: () => undefined })
}

test('a room that was dropped while somebody was being admitted is not taken for the one others find', async () => {
  const world = new RoomWorld()
  const { clock, limits } = world
  const rooms = houseOf(world)
  const found = await rooms.open(ROOM)
  expect(rooms.holds(found)).toBe(true)

  // Somebody else's timer, from when the room was empty before, fires while this person's rights are looked at.
  await rooms.write(ROOM, new Uint8Array([0, 0]), null).catch(() => undefined)
  clock.advance(limits.idleRoomMs)
  await expect.poll(() => rooms.holds(found)).toBe(false)

  const again = await rooms.open(ROOM)
  expect(again).not.toBe(found)
  expect(rooms.holds(again)).toBe(true)
})

test('a room left twice before it was dropped does not take the next one with it', async () => {
  const world = new RoomWorld()
  const { clock, limits } = world
  const rooms = houseOf(world)
  const visit = async () => {
    const peer = new RoomPeer('甲')
    peer.connect(await rooms.open(ROOM))
    return peer
  }
  const first = await rooms.open(ROOM)
  for (const wait of [0, limits.idleRoomMs / 2]) {
    clock.advance(wait)
    const { session } = await visit()
    rooms.leave(session)
  }
  clock.advance(limits.idleRoomMs / 2)
  await expect.poll(() => rooms.holds(first)).toBe(false)

  // Somebody comes in before the second timer is due.
  const reader = await visit()
  const current = await rooms.open(ROOM)
  clock.advance(limits.idleRoomMs)
  await world.settle(reader)
  expect(rooms.holds(current)).toBe(true)

  const text = new Y.Doc()
  text.getText('t').insert(0, '定稿')
  const written = rooms.write(ROOM, Y.encodeStateAsUpdate(text), null)
  await world.settle(reader)
  await written
  await world.settle(reader)
  expect(reader.text).toBe('定稿')
})
