import { describe, expect, test } from 'vitest'
import { CLOSE } from '../../shared/wire/close-codes'
import { openOn, textOf, type, WANG } from './testing/people'
import { Relay } from './testing/relay'
import { World } from './testing/world'

function setUp() {
  const relay = new Relay()
  return { relay, world: new World(relay) }
}

describe('coming back', () => {
  test('edits made without the server are sent when it is back', async () => {
    const { relay, world } = setUp()
    const [a, b] = [openOn(world.device()), openOn(world.device(), WANG)]
    await world.settle()
    relay.crash()
    await world.settle()
    expect(a.status()).toMatchObject({ kind: 'reconnecting', edits: 0 })
    type(a, '断')
    await world.settle()
    type(a, '网')
    await world.settle()
    expect(a.status()).toMatchObject({ kind: 'reconnecting', edits: 2 })
    await world.live(11_000)
    expect(a.status()).toMatchObject({ kind: 'offline', edits: 2 })
    relay.restart()
    await world.live(10_000)
    expect(a.status()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
    expect(textOf(b)).toBe('断网')
  })

  test('what was sent and not committed before a crash is sent again', async () => {
    const { relay, world } = setUp()
    const a = openOn(world.device())
    await world.settle()
    relay.commitsAtOnce = false
    type(a, '险')
    await world.settle()
    relay.crash()
    relay.restart()
    relay.commitsAtOnce = true
    await world.live(1_000)
    expect(textOf(relay)).toBe('险')
    expect(a.status()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
  })

  test('the network coming back ends the waiting', async () => {
    const { relay, world } = setUp()
    const device = world.device()
    const a = openOn(device)
    await world.settle()
    relay.crash()
    device.setOnline(false)
    await world.settle()
    expect(a.status()).toMatchObject({ kind: 'offline' })
    relay.restart()
    device.setOnline(true)
    await world.settle()
    expect(a.status()).toMatchObject({ kind: 'live' })
  })

  test('changed rights: back at once, with the new ones', async () => {
    const { relay, world } = setUp()
    const a = openOn(world.device())
    await world.settle()
    relay.ability = 'read'
    relay.last.end(CLOSE.accessChanged)
    world.pass(150)
    await world.settle()
    expect(a.status()).toMatchObject({ kind: 'live', ability: 'read', save: { kind: 'saved' } })
  })

  test.each([
    ['an edit that is not acknowledged', true, 15_000],
    ['nothing at stake', false, 40_000],
  ])('a dead wire is noticed: %s', async (_, hasEdit, withinMs) => {
    const { relay, world } = setUp()
    const a = openOn(world.device())
    await world.settle()
    const dead = relay.last
    dead.isDead = true
    if (hasEdit) type(a, '字')
    await world.live(withinMs)
    expect(dead.state).toBe('closed')
    await world.live(1_000)
    expect(a.status()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
  })

  test('a browser that says offline is believed only when the server is silent', async () => {
    const { relay, world } = setUp()
    const device = world.device()
    const a = openOn(device)
    await world.settle()
    device.setOnline(false)
    await world.live(10_000)
    expect(a.status()).toMatchObject({ kind: 'live' })
    relay.last.isDead = true
    device.setOnline(false)
    await world.live(4_000)
    expect(a.status()).toMatchObject({ kind: 'offline' })
  })

  test('a quiet wire that answers is left alone', async () => {
    const { relay, world } = setUp()
    openOn(world.device())
    await world.settle()
    const quiet = relay.last
    await world.live(120_000, 2_000)
    expect(quiet.state).toBe('open')
  })
})
