// @vitest-environment happy-dom
import { act, type ReactNode, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from './session'
import { openOn, type, WANG } from './testing/people'
import { Relay } from './testing/relay'
import { World } from './testing/world'
import { useOthers, useStatus } from './useCollab'

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

test('a component lists who else is here', async () => {
  const world = new World(new Relay())
  const [a, b] = [openOn(world.device()), openOn(world.device(), WANG)]
  function Names({ of }: { of: Session }) {
    return (
      <p>
        {useOthers(of).map(({ user, client }) => (
          <b key={client}>{user.name}</b>
        ))}
      </p>
    )
  }
  render(<Names of={a} />)
  await act(() => world.settle())
  expect(document.body.textContent).toBe('')
  b.awareness.setLocalState({ user: { id: WANG, name: '王敏', color: 1 } })
  await act(() => world.live(100))
  expect(document.body.textContent).toBe('王敏')
  await act(async () => {
    b.abandon()
    world.relay.crash()
    await world.settle()
  })
  expect(document.body.textContent).toBe('')
  a.abandon()
})
