/**
 * Whether the server answers. `navigator.onLine` says nothing of an office network, so the truth is taken from the requests
 * themselves: one that gets no answer starts a patient question at /api/health, the first answer ends it.
 */
type Listener = () => void

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 15_000
/** A proxy that answers in place of a server that is down. */
const GATEWAY_STATUSES = [502, 503, 504]

class Reachability {
  private reachable = true
  private readonly listeners = new Set<Listener>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private pause = FIRST_PAUSE_MS

  constructor(private readonly ask: () => Promise<Response>) {}

  /** Runs a request and learns from how it ends. */
  async watch(request: () => Promise<Response>): Promise<Response> {
    try {
      const response = await request()
      this.learn(!GATEWAY_STATUSES.includes(response.status))
      return response
    } catch (error) {
      const isAborted = error instanceof DOMException && error.name === 'AbortError'
      if (!isAborted) this.learn(false)
      throw error
    }
  }

  readonly isReachable = (): boolean => this.reachable

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Asks at once instead of waiting for the next turn. */
  readonly askNow = (): void => {
    clearTimeout(this.timer)
    void this.watch(this.ask).catch(() => undefined)
  }

  private learn(reachable: boolean): void {
    clearTimeout(this.timer)
    if (reachable) this.pause = FIRST_PAUSE_MS
    else {
      this.timer = setTimeout(this.askNow, this.pause)
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS)
    }
    if (this.reachable === reachable) return
    this.reachable = reachable
    for (const listener of this.listeners) listener()
  }
}

export function createReachability(ask: () => Promise<Response>): Reachability {
  return new Reachability(ask)
}

export const reachability = createReachability(() => fetch('/api/health', { cache: 'no-store' }))
