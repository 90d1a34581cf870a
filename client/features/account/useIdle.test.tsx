// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useIdle } from './useIdle'

const MINUTE = 60_000
const onIdle = vi.fn()
let root: Root
let place: HTMLElement

function Probe() {
  return <p>{useIdle(30 * MINUTE, onIdle) ? 'ending' : 'quiet'}</p>
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const touch = () => act(() => void window.dispatchEvent(new Event('keydown')))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  onIdle.mockReset()
  place = document.createElement('div')
  root = createRoot(place)
  act(() => root.render(<Probe />))
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('useIdle', () => {
  it('warns in the last minute and ends once', async () => {
    await pass(28 * MINUTE)
    expect(place.textContent).toBe('quiet')
    await pass(1.5 * MINUTE)
    expect(place.textContent).toBe('ending')
    expect(onIdle).not.toHaveBeenCalled()
    await pass(5 * MINUTE)
    expect(onIdle).toHaveBeenCalledTimes(1)
  })

  it('starts anew with every sign of life', async () => {
    await pass(29.5 * MINUTE)
    touch()
    expect(place.textContent).toBe('quiet')
    await pass(28 * MINUTE)
    expect(onIdle).not.toHaveBeenCalled()
    await pass(3 * MINUTE)
    expect(onIdle).toHaveBeenCalledTimes(1)
  })
})
