import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createReachability } from './reachability'

const answer = (status: number) => Promise.resolve(new Response(null, { status }))
const noAnswer = () => Promise.reject(new TypeError('Failed to fetch'))

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('reachability', () => {
  it('learns from requests and tells its listeners once a change', async () => {
    const reachability = createReachability(noAnswer)
    const heard = vi.fn()
    reachability.subscribe(heard)
    await reachability.watch(() => answer(404))
    expect(heard).not.toHaveBeenCalled()
    await expect(reachability.watch(noAnswer)).rejects.toThrow()
    await expect(reachability.watch(noAnswer)).rejects.toThrow()
    expect(reachability.isReachable()).toBe(false)
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('takes a gateway without a server behind it for no answer', async () => {
    const reachability = createReachability(noAnswer)
    await reachability.watch(() => answer(502))
    expect(reachability.isReachable()).toBe(false)
  })

  it('does not mind a request that the page itself gave up', async () => {
    const reachability = createReachability(noAnswer)
    const abort = () => Promise.reject(new DOMException('given up', 'AbortError'))
    await expect(reachability.watch(abort)).rejects.toThrow()
    expect(reachability.isReachable()).toBe(true)
  })

  it('keeps asking, ever more patiently, until there is an answer', async () => {
    const ask = vi.fn<() => Promise<Response>>(noAnswer)
    const reachability = createReachability(ask)
    await reachability.watch(noAnswer).catch(() => undefined)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(ask).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(ask).toHaveBeenCalledTimes(1)
    ask.mockImplementation(() => answer(200))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(reachability.isReachable()).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(ask).toHaveBeenCalledTimes(2)
  })
})
