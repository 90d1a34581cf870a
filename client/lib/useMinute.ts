import { useSyncExternalStore } from 'react'

const MINUTE_MS = 60_000

/** The time, to the minute: what is drawn with it is drawn anew each minute. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, thisMinute) * MINUTE_MS + MINUTE_MS - 1
}

function thisMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS)
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE_MS / 4)
  return () => clearInterval(timer)
}
