import { describe, expect, test } from 'vitest'
import { LI, openOn, textOf, type, WANG } from './testing/people'
import { createMemoryStore } from './testing/memory-store'
import { Relay } from './testing/relay'
import { World } from './testing/world'

function setUp() {
  const relay = new Relay()
  const world = new World(relay)
  return { relay, world, device: world.device() }
}

describe('what this device keeps', () => {
  test('a change is in the store until it is acknowledged, and no longer', async () => {
    const { relay, world, device } = setUp()
    const a = openOn(device)
    await world.settle()
    relay.commitsAtOnce = false
    type(a, '稿')
    await world.settle()
    expect(device.store.rows('pending')).toMatchObject([{ person: LI, edits: 1 }])
    relay.commit()
    await world.settle()
    expect(device.store.rows('pending')).toEqual([])
  })

  test('edits count only when the transaction has completed; until then closing is asked about', async () => {
    const { relay, world, device } = setUp()
    const a = openOn(device)
    await world.settle()
    relay.crash()
    device.store.stall(true)
    type(a, '一')
    await world.settle()
    type(a, '二')
    await world.settle()
    expect(a.status()).toEqual({ kind: 'reconnecting', edits: 0, atRisk: 2 })
    expect(device.guards).toBe(1)
    device.store.stall(false)
    await world.settle()
    expect(a.status()).toEqual({ kind: 'reconnecting', edits: 2 })
    expect(device.guards).toBe(0)
  })

  test('a full disk is told, does not stop the work, and is tried again', async () => {
    const { relay, world, device } = setUp()
    const a = openOn(device)
    await world.settle()
    relay.crash()
    device.store.isFull = true
    type(a, '满')
    await world.settle()
    expect(a.status()).toEqual({ kind: 'reconnecting', edits: 0, atRisk: 1 })
    expect(device.guards).toBe(1)
    device.store.isFull = false
    await world.live(5_000)
    expect(a.status()).toMatchObject({ edits: 1 })
    relay.restart()
    await world.live(10_000)
    expect(a.status()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
    expect(textOf(relay)).toBe('满')
    expect(device.store.rows('pending')).toEqual([])
  })

  test('online, a full disk is nobody’s trouble once the server has the change', async () => {
    const { world, device } = setUp()
    device.store.isFull = true
    const a = openOn(device)
    await world.settle()
    type(a, '字')
    await world.settle()
    expect(a.status()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
    expect(device.guards).toBe(0)
  })

  test('leaving the page sends and stores what is still gathering', async () => {
    const { relay, world, device } = setUp()
    const a = openOn(device)
    await world.settle()
    world.runFrames()
    type(a, '一')
    await Promise.resolve()
    type(a, '二')
    expect(a.traffic.framesOut).toBe(4)
    device.leavePage()
    expect(a.traffic.framesOut).toBe(5)
    await world.settle()
    expect(textOf(relay)).toBe('一二')
  })
})

describe('after the tab was closed', () => {
  test('edits made offline are merged at the next opening, and then forgotten', async () => {
    const { relay, world, device } = setUp()
    const other = openOn(world.device(), WANG)
    const a = openOn(device)
    await world.settle()
    type(a, '开头')
    await world.settle()
    relay.crash()
    type(a, '离线写的')
    await world.settle()
    type(a, '，两处')
    await world.settle()
    // The tab dies: no goodbye.
    expect(device.store.rows('pending')).toHaveLength(2)
    const reopened = world.device(createMemoryStore())
    await reopened.store.write('pending', device.store.rows('pending'), [])
    device.setOnline(false)
    const b = openOn(reopened)
    await world.settle()
    relay.restart()
    type(other, '别人也在写')
    await world.live(12_000)
    expect(b.status()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
    expect(textOf(b)).toBe(textOf(relay))
    expect(textOf(relay)).toContain('离线写的，两处')
    expect(textOf(relay)).toContain('别人也在写')
    expect(reopened.store.rows('pending')).toEqual([])
  })

  test('opened without the server, it says what is waiting here', async () => {
    const { relay, world, device } = setUp()
    const a = openOn(device)
    await world.settle()
    relay.crash()
    device.setOnline(false)
    type(a, '字')
    await world.settle()
    const b = openOn(device)
    await world.settle()
    expect(b.status()).toMatchObject({ kind: 'offline', edits: 1 })
  })

  test('nobody who may only read sends what another tab left', async () => {
    const { relay, world, device } = setUp()
    const a = openOn(device)
    await world.settle()
    relay.crash()
    type(a, '字')
    await world.settle()
    const store = createMemoryStore()
    await store.write('pending', device.store.rows('pending'), [])
    device.setOnline(false)
    relay.restart()
    relay.ability = 'read'
    const b = openOn(world.device(store))
    await world.live(2_000)
    expect(b.status()).toMatchObject({ kind: 'live', ability: 'read', save: { kind: 'saved' } })
    expect(textOf(b)).toBe('')
    expect(store.rows('pending')).toHaveLength(1)
  })

  test('two tabs of one person neither lose nor double anything', async () => {
    const { relay, world, device } = setUp()
    const [a, b] = [openOn(device), openOn(device)]
    await world.settle()
    relay.crash()
    type(a, '甲')
    type(b, '乙')
    await world.settle()
    relay.restart()
    await world.live(10_000)
    expect([...textOf(relay)].sort()).toEqual([...'甲乙'].sort())
    expect(textOf(a)).toBe(textOf(relay))
    expect(textOf(b)).toBe(textOf(relay))
    expect(device.store.rows('pending')).toEqual([])
    for (const session of [a, b]) expect(session.status()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
  })
})

describe('closing', () => {
  test('waits for the acknowledgement, then the socket goes', async () => {
    const { relay, world, device } = setUp()
    const a = openOn(device)
    await world.settle()
    relay.commitsAtOnce = false
    type(a, '末')
    void a.close()
    await world.settle()
    expect(relay.peers).toHaveLength(1)
    relay.commit()
    await world.settle()
    expect(relay.peers).toHaveLength(0)
    expect(device.store.rows('pending')).toEqual([])
  })

  test('without the server, the page goes on trying for it', async () => {
    const { relay, world, device } = setUp()
    const a = openOn(device)
    await world.settle()
    relay.crash()
    type(a, '末')
    const closed = a.close()
    await world.live(30_000, 1_000)
    relay.restart()
    await world.live(10_000)
    await closed
    expect(textOf(relay)).toBe('末')
    expect(relay.peers).toHaveLength(0)
    expect(device.store.rows('pending')).toEqual([])
  })

  test('abandoned, it sends nothing any more', async () => {
    const { relay, world, device } = setUp()
    const a = openOn(device)
    await world.settle()
    relay.crash()
    type(a, '末')
    await world.settle()
    a.abandon()
    relay.restart()
    await world.live(20_000, 1_000)
    expect(textOf(relay)).toBe('')
    expect(relay.peers).toHaveLength(0)
    expect(device.guards).toBe(0)
  })

  test('while neither has it, closing the page is asked about', async () => {
    const { relay, world, device } = setUp()
    const a = openOn(device)
    await world.settle()
    relay.crash()
    device.store.isFull = true
    type(a, '末')
    void a.close()
    await world.live(8_000)
    expect(device.guards).toBe(1)
    relay.restart()
    await world.live(10_000)
    expect(textOf(relay)).toBe('末')
    expect(relay.peers).toHaveLength(0)
    expect(device.guards).toBe(0)
  })
})
