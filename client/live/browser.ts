/** The surroundings in a real browser. */
import { browserClock, browserNetwork, socketAddress } from '../net/browser'
import type { Socket, SocketEvents } from '../net/surroundings'
import type { LiveSurroundings } from './surroundings'
import type { UnsentStore } from './unsent-store'

const PROBE_WITHIN_MS = 4_000

export function browserSurroundings(store: UnsentStore): LiveSurroundings {
  return {
    openSocket,
    probe,
    clock: browserClock,
    network: browserNetwork,
    store,
    random: () => Math.random(),
  }
}

function openSocket(path: string, events: SocketEvents<string>): Socket<string> {
  const socket = new WebSocket(socketAddress(path))
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
