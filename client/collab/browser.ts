/** The surroundings in a real browser. */
import { browserClock, browserNetwork, socketAddress } from '../net/browser'
import type { Socket, SocketEvents } from '../net/surroundings'
import { createIdbStore } from './idb-store'
import type { Page, Surroundings } from './surroundings'

/** No frame is painted in a hidden tab; then this timer applies what came. */
const HIDDEN_FRAME_MS = 100

export function browserSurroundings(): Surroundings {
  return {
    openSocket,
    nextFrame,
    clock: browserClock,
    network: browserNetwork,
    page,
    store: createIdbStore(),
    random: () => Math.random(),
  }
}

function openSocket(path: string, events: SocketEvents<Uint8Array>): Socket<Uint8Array> {
  const socket = new WebSocket(socketAddress(path))
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => events.opened()
  socket.onmessage = (event: MessageEvent<unknown>) => {
    if (event.data instanceof ArrayBuffer) events.received(new Uint8Array(event.data))
  }
  socket.onclose = (event) => events.closed(event.code)
  return {
    // lib0 types its bytes over any buffer; they never stand on a shared one.
    send: (frame) => socket.send(frame as Uint8Array<ArrayBuffer>),
    close: () => socket.close(),
  }
}

function nextFrame(run: () => void): void {
  let done = false
  const once = () => {
    if (done) return
    done = true
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    run()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, HIDDEN_FRAME_MS)
}

const page: Page = {
  onLeave(run) {
    const hidden = () => {
      if (document.visibilityState === 'hidden') run()
    }
    window.addEventListener('pagehide', run)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('pagehide', run)
      document.removeEventListener('visibilitychange', hidden)
    }
  },
  guardUnload() {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  },
}
