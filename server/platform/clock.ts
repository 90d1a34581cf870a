/** Time as an argument: the server asks a `Clock`, tests turn one by hand. */
export interface Clock {
  /** Unix time in milliseconds. */
  now(): number
  /** Calls `run` once after `delayMs`; 0: when this turn of the event loop ends. @returns a function that calls it off. */
  after(delayMs: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    if (delayMs <= 0) {
      // A timer of 0 waits a millisecond; on the way of a keystroke that counts.
      const immediate = setImmediate(run)
      return () => clearImmediate(immediate)
    }
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
