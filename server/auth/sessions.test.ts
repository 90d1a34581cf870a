import { expect, it } from 'vitest'
import type { SessionRecords } from '../ports/records'
import { FakeClock } from '../testing/fake-clock'
import type { AuthLibrary } from './library'
import { Sessions } from './sessions'

const COOKIE = 'duizhao.session_token=a.b'

function world() {
  const clock = new FakeClock()
  const stored = new Set(['session'])
  let asked = 0
  const expiresAt = new Date(clock.now() + 60_000)
  const library = {
    api: {
      getSession: () => {
        asked += 1
        return Promise.resolve(stored.has('session') ? { session: { id: 'session', userId: 'person', expiresAt } } : null)
      },
    },
    $context: Promise.resolve({ adapter: { deleteMany: () => Promise.resolve(stored.delete('session')) } }),
  } as unknown as AuthLibrary
  const records = {
    get: () => Promise.resolve({ lastAt: clock.now() }),
    touch: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  } as unknown as SessionRecords
  const sessions = new Sessions({ library, records, clock, idleMinutes: 30 })
  return { clock, sessions, stored, asked: () => asked }
}

it('asks the library once for everybody who comes with the cookie within ten seconds', async () => {
  const { clock, sessions, asked } = world()
  for (let i = 0; i < 5; i++) expect(await sessions.identify(COOKIE)).toEqual({ sessionId: 'session', person: 'person' })
  expect(asked()).toBe(1)
  clock.advance(10_000)
  await sessions.identify(COOKIE)
  expect(asked()).toBe(2)
})

it('knows nobody once the session ended, also one that ended while the library was asked', async () => {
  const { sessions } = world()
  await sessions.identify(COOKIE)
  await sessions.end('session')
  expect(await sessions.identify(COOKIE)).toBeNull()

  const { sessions: others } = world()
  const [, ended] = [others.identify(COOKIE), others.end('session')]
  await ended
  expect(await others.identify(COOKIE)).toBeNull()
})

it('does not outlive the session', async () => {
  const { clock, sessions, stored } = world()
  clock.advance(55_000)
  await sessions.identify(COOKIE)
  stored.clear()
  clock.advance(5_000)
  expect(await sessions.identify(COOKIE)).toBeNull()
})
