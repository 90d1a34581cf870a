import { describe, expect, test } from 'vitest'
import type { Session } from './session'
import { Others } from './others'
import { openOn, WANG } from './testing/people'
import { Relay } from './testing/relay'
import { World } from './testing/world'

async function setUp() {
  const relay = new Relay()
  const world = new World(relay)
  const [a, b] = [openOn(world.device()), openOn(world.device(), WANG)]
  await world.settle()
  await world.live(100)
  return { relay, world, a, b }
}

const activityAt = (reader: Session, of: Session) => reader.awareness.getStates().get(of.doc.clientID)?.activity

test('own state goes at once, then at most every 50 ms, the latest only', async () => {
  const { relay, world, a, b } = await setUp()
  const before = relay.received.length
  for (const activity of ['editing', 'viewing', 'away', 'editing', 'viewing']) {
    a.awareness.setLocalStateField('activity', activity)
    await world.settle()
  }
  expect(activityAt(b, a)).toBe('editing')
  expect(relay.received.length).toBe(before + 1)
  await world.live(50, 50)
  expect(activityAt(b, a)).toBe('viewing')
  expect(relay.received.length).toBe(before + 2)
})

test('what others say is not sent back', async () => {
  const { relay, world, a, b } = await setUp()
  b.awareness.setLocalStateField('activity', 'away')
  await world.settle()
  const before = relay.received.length
  await world.live(1_000)
  expect(activityAt(a, b)).toBe('away')
  expect(relay.received.length).toBe(before)
})

test('others vanish with the connection and are there again after it', async () => {
  const { relay, world, a, b } = await setUp()
  b.awareness.setLocalStateField('activity', 'away')
  await world.settle()
  relay.crash()
  await world.settle()
  expect(activityAt(a, b)).toBeUndefined()
  relay.restart()
  await world.live(2_000)
  expect(activityAt(a, b)).toBe('away')
})

test('who comes back is seen again by those who stayed', async () => {
  const { relay, world, a, b } = await setUp()
  const [first] = relay.peers
  first?.end(1006)
  await world.settle()
  expect(b.awareness.getStates().has(a.doc.clientID)).toBe(false)
  await world.live(1_000)
  expect(b.awareness.getStates().has(a.doc.clientID)).toBe(true)
})

test('who closes the material leaves', async () => {
  const { world, a, b } = await setUp()
  expect(a.awareness.getStates().has(b.doc.clientID)).toBe(true)
  const client = b.doc.clientID
  b.awareness.setLocalStateField('activity', 'viewing')
  await world.live(100)
  b.hold()
  b.doc.getText('t').insert(0, '字')
  void b.close()
  await world.live(100, 50)
  expect(a.awareness.getStates().has(client)).toBe(false)
})

describe('the list of others', () => {
  const user = { id: WANG, name: '王', color: 2 }

  test('keeps an entry until its state changes, and shows nobody the server did not name', async () => {
    const { world, a, b } = await setUp()
    const others = new Others(a.awareness)
    let heard = 0
    others.subscribe(() => {
      heard += 1
    })
    expect(others.get()).toEqual([])
    b.awareness.setLocalState({ user, activity: 'editing' })
    await world.live(100)
    const [first] = others.get()
    expect(first).toEqual({ client: b.doc.clientID, user, activity: 'editing' })
    const list = others.get()
    b.awareness.setLocalState({ user, activity: 'editing' })
    await world.live(100)
    expect(others.get()).toBe(list)
    b.awareness.setLocalStateField('activity', 'away')
    await world.live(100)
    expect(others.get()).not.toBe(list)
    expect(others.get()[0]?.activity).toBe('away')
    expect(heard).toBe(2)
  })
})
