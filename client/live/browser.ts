/** The surroundings in a real browser. */
import type { Network } from '../collab/surroundings'
import type { LiveSurroundings, TextSocket, TextSocketEvents } from './surroundings'
import type { UnsentStore } from './unsent-store'

const PROBE_WITHIN_MS = 4_000

export function browserSurroundings(store: UnsentStore): LiveSurroundings {
  return {
    openSocket,
    probe,
    clock: {
      now: () => Date.now(),
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs)
        return () => clearTimeout(timer)
      },
    },
    network,
    store,
    random: () => Math.random(),
  }
}

function openSocket(path: string, events: TextSocketEvents): TextSocket {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`)
  socket.onopen = () => events.opened()
  socket.onmessage = (event: MessageEvent<unknown>) => {
    if (typeof event.data === 'string') events.received(event.data)
  }
  socket.onclose = (event) => events.closed(event.code)
  return { send: (text) => socket.send(text), close: () => socket.close() }
}

async function probe(): Promise<boolean> {
  try {
    const answer = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(PROBE_WITHIN_MS) })
    return answer.ok
  } catch {
    return false
  }
}

const network: Network = {
  online: () => navigator.onLine,
  onChange(listener) {
    const seen = () => {
      if (document.visibilityState === 'visible') listener()
    }
    window.addEventListener('online', listener)
    window.addEventListener('offline', listener)
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.removeEventListener('online', listener)
      window.removeEventListener('offline', listener)
      document.removeEventListener('visibilitychange', seen)
    }
  },
}
