import { expect, test } from 'vitest'
import type { MaterialId } from '../../shared/ids'
import { CLOSE } from '../../shared/wire/close-codes'
import { SessionRegistry } from './session-registry'
import { LI, MATERIAL, openOn, textOf, type, WANG } from './testing/people'
import { Relay } from './testing/relay'
import { World } from './testing/world'

function setUp() {
  const relay = new Relay()
  const world = new World(relay)
  const device = world.device()
  const registry = new SessionRegistry({
    open: ({ person }) => openOn(device, person),
    after: world.clock.after,
  })
  return { relay, world, device, registry }
}

test('two places in a page share one socket, and the last one closes it', async () => {
  const { relay, world, registry } = setUp()
  const [pane, sidebar] = [registry.acquire(MATERIAL, LI), registry.acquire(MATERIAL, LI)]
  await world.settle()
  expect(pane.session).toBe(sidebar.session)
  expect(relay.peers).toHaveLength(1)
  pane.release()
  pane.release()
  await world.live(3_000)
  expect(relay.peers).toHaveLength(1)
  sidebar.release()
  await world.live(3_000)
  expect(relay.peers).toHaveLength(0)
})

test('going from page to page keeps the session', async () => {
  const { relay, world, registry } = setUp()
  const first = registry.acquire(MATERIAL, LI)
  await world.settle()
  first.release()
  const second = registry.acquire(MATERIAL, LI)
  await world.live(3_000)
  expect(second.session).toBe(first.session)
  expect(relay.peers).toHaveLength(1)
})

test('another material, or another person, is another session', () => {
  const { registry } = setUp()
  const leases = [
    registry.acquire(MATERIAL, LI),
    registry.acquire('material-2' as MaterialId, LI),
    registry.acquire(MATERIAL, WANG),
  ]
  expect(new Set(leases.map(({ session }) => session)).size).toBe(3)
  for (const { session } of leases) session.abandon()
})

test('who was refused and comes again tries anew', async () => {
  const { relay, world, registry } = setUp()
  const first = registry.acquire(MATERIAL, LI)
  await world.settle()
  relay.last.end(CLOSE.notAllowed)
  const second = registry.acquire(MATERIAL, LI)
  await world.settle()
  expect(second.session).not.toBe(first.session)
  expect(second.session.status()).toMatchObject({ kind: 'live' })
  first.release()
  await world.live(3_000)
  expect(second.session.status()).toMatchObject({ kind: 'live' })
})

test('after a sign-out nothing is sent, also of what was still leaving', async () => {
  const { relay, world, registry } = setUp()
  const lease = registry.acquire(MATERIAL, LI)
  await world.settle()
  relay.crash()
  type(lease.session, '机密')
  lease.release()
  await world.live(3_000)
  registry.abandonAll(LI)
  relay.restart()
  await world.live(30_000, 1_000)
  expect(relay.peers).toHaveLength(0)
  expect(textOf(relay)).toBe('')
})
