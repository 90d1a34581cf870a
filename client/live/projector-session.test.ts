import { describe, expect, it } from 'vitest'
import { ProjectorSession } from './projector-session'
import { TestWorld } from './testing/world'

const TEXT = { hash: 'aa', blocks: [] }

function showing() {
  const world = new TestWorld()
  const session = new ProjectorSession('ABCDEFGH', world)
  world.socket.events.opened()
  world.socket.tell({ type: 'text', text: TEXT })
  world.socket.tell({ type: 'place', place: { block: 3, offset: 0 } })
  return { world, session }
}

describe('a projector', () => {
  it('says the code and nothing else', async () => {
    const { world } = showing()
    await world.pass(60_000)
    expect(world.socket.said()).toEqual([{ type: 'code', code: 'ABCDEFGH' }])
  })

  it('keeps the text without a network, says since when, and comes back', async () => {
    const { world, session } = showing()
    world.answers = false
    await world.pass(12_000)
    const { status, text, place } = session.projection()
    expect(status).toMatchObject({ kind: 'offline' })
    expect({ text, place }).toEqual({ text: TEXT, place: { block: 3, offset: 0 } })
    world.answers = true
    world.socket.events.opened()
    world.socket.tell({ type: 'place', place: { block: 4, offset: 0 } })
    expect(session.projection().status).toEqual({ kind: 'live' })
  })

  it('goes dark when its code is revoked', () => {
    const { world, session } = showing()
    world.socket.events.closed(4403)
    expect(session.projection()).toMatchObject({ view: null, text: null, place: null })
    expect(session.projection().status).toEqual({ kind: 'refused', code: 4403 })
  })
})
