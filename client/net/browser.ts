/** Time and network of a real browser. */
import type { Clock, Network } from './surroundings'

export function socketAddress(path: string): string {
  return `${location.origin.replace(/^http/, 'ws')}${path}`
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}

export const browserNetwork: Network = {
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
