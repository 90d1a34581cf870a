// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SaveState, Status } from '../../collab/status'
import { SaveLine } from './SaveLine'

let root: Root

beforeEach(() => {
  vi.useFakeTimers()
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.body.appendChild(document.createElement('div')))
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
})

const show = (save: SaveState) => {
  const status: Status = { kind: 'live', ability: 'edit', save }
  act(() => root.render(<SaveLine status={status} />))
}
const said = () => document.querySelector<HTMLElement>('[data-save]')?.dataset.save

test('stays calm while one writes: saved is said when writing pauses, saving and trouble at once', () => {
  show({ kind: 'saved', at: 1_000 })
  show({ kind: 'saving' })
  expect(said()).toBe('saving')
  show({ kind: 'saved', at: 2_000 })
  expect(said()).toBe('saving')
  act(() => {
    vi.advanceTimersByTime(300)
  })
  show({ kind: 'saving' })
  show({ kind: 'saved', at: 3_000 })
  act(() => {
    vi.advanceTimersByTime(300)
  })
  expect(said()).toBe('saving')
  act(() => {
    vi.advanceTimersByTime(200)
  })
  expect(said()).toBe('saved')
  show({ kind: 'failing', reason: 'server-disk' })
  expect(said()).toBe('failingServer')
})
