// @vitest-environment happy-dom
import { act, type ReactNode, StrictMode, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Others } from './others'
import type { Session } from './session'
import { openOn, type, WANG } from './testing/people'
import { Relay } from './testing/relay'
import { World } from './testing/world'
import { useStanding, useStatus } from './useCollab'

let root: Root

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.body.appendChild(document.createElement('div')))
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

function render(node: ReactNode): void {
  act(() => root.render(<StrictMode>{node}</StrictMode>))
}

test('a component says what the session knows', async () => {
  const relay = new Relay()
  const world = new World(relay)
  const session = openOn(world.device())
  function Line({ of }: { of: Session }) {
    const status = useStatus(of)
    return <p>{status.kind === 'live' ? status.save.kind : status.kind}</p>
  }
  render(<Line of={session} />)
  expect(document.body.textContent).toBe('connecting')
  await act(() => world.settle())
  expect(document.body.textContent).toBe('saved')
  relay.commitsAtOnce = false
  type(session, '字')
  await act(() => world.settle())
  expect(document.body.textContent).toBe('saving')
  await act(async () => {
    relay.crash()
    await world.settle()
  })
  expect(document.body.textContent).toBe('reconnecting')
  session.abandon()
})

test('a component that only asks what may be done is not drawn anew by saves', async () => {
  const relay = new Relay()
  const world = new World(relay)
  const session = openOn(world.device())
  const seen: string[] = []
  function Standing({ of }: { of: Session }) {
    const status = useStanding(of)
    useEffect(() => void seen.push(status.kind), [status])
    return null
  }
  render(<Standing of={session} />)
  await act(() => world.settle())
  expect(seen.at(-1)).toBe('live')
  const before = seen.length
  relay.commitsAtOnce = false
  type(session, '字')
  await act(() => world.settle())
  expect(session.status()).toMatchObject({ save: { kind: 'saving' } })
  expect(seen).toHaveLength(before)
  await act(async () => {
    relay.crash()
    await world.settle()
  })
  expect(seen.at(-1)).toBe('reconnecting')
  session.abandon()
})

test('the others here: whoever the server vouches for, until they leave', async () => {
  const world = new World(new Relay())
  const [a, b] = [openOn(world.device()), openOn(world.device(), WANG)]
  const others = new Others(a.awareness)
  const stop = others.subscribe(() => undefined)
  const names = () => others.get().map(({ user }) => user.name)
  await world.settle()
  expect(names()).toEqual([])
  b.awareness.setLocalState({ user: { id: WANG, name: '王敏', color: 1 } })
  await world.live(100)
  expect(names()).toEqual(['王敏'])
  b.abandon()
  world.relay.crash()
  await world.settle()
  expect(names()).toEqual([])
  stop()
  a.abandon()
})
