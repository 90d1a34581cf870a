/** The surroundings in a real browser. */
import { createIdbStore } from './idb-store'
import type { Network, Page, Socket, SocketEvents, Surroundings } from './surroundings'

/** No frame is painted in a hidden tab; then this timer applies what came. */
const HIDDEN_FRAME_MS = 100

export function browserSurroundings(): Surroundings {
  return {
    openSocket,
    nextFrame,
    clock: {
      now: () => Date.now(),
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs)
        return () => clearTimeout(timer)
      },
    },
    network,
    page,
    store: createIdbStore(),
    random: () => Math.random(),
  }
}

function openSocket(path: string, events: SocketEvents): Socket {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`)
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
