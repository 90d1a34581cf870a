import { afterEach, describe, expect, test } from 'vitest'
import type { MaterialId, PersonId } from '../../shared/ids'
import { openSession } from './create-session'
import type { Session } from './session'
import { Relay } from './testing/relay'
import { type Device, World } from './testing/world'

const MATERIAL = 'material-1' as MaterialId
const PERSON = 'person-1' as PersonId
const sessions: Session[] = []

function open(device: Device, person = PERSON): Session {
  const session = openSession({ material: MATERIAL, person }, device.surroundings)
  sessions.push(session)
  return session
}

const textOf = (session: { doc: Session['doc'] }) => session.doc.getText('t').toString()
const type = (session: Session, text: string) => session.doc.getText('t').insert(session.doc.getText('t').length, text)

afterEach(() => {
  for (const session of sessions.splice(0)) session.doc.destroy()
})

describe('two people', () => {
  test('read the same and are told when it is saved', async () => {
    const relay = new Relay()
    const world = new World(relay)
    const [a, b] = [open(world.device()), open(world.device())]
    expect(a.status()).toEqual({ kind: 'connecting' })
    await world.settle()
    await a.synced
    expect(a.status()).toEqual({ kind: 'live', ability: 'edit', save: { kind: 'saved', at: null } })
    relay.commitsAtOnce = false
    type(a, '你')
    expect(a.status()).toMatchObject({ save: { kind: 'saving' } })
    await world.settle()
    expect(a.status()).toMatchObject({ save: { kind: 'saving' } })
    expect(textOf(b)).toBe('')
    relay.commit()
    await world.settle()
    expect(a.status()).toMatchObject({ save: { kind: 'saved', at: world.clock.now() } })
    expect(textOf(b)).toBe('你')
  })
})
