import { expect, test } from 'vitest'
import { ROOM, RoomWorld } from '../testing/room-world'
import { Rooms } from './rooms'

test('a room that was dropped while somebody was being admitted is not taken for the one others find', async () => {
  const world = new RoomWorld()
  const { log: updateLog, commit, clock, limits } = world
  const access = { rightsOn: () => Promise.resolve(null) }
  const rooms = new Rooms({ updateLog, commit, access, clock, limits, onChanged: () => undefined, onError: () => undefined })
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
