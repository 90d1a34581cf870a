/** Time as an argument: the server asks a `Clock`, tests turn one by hand. */
export interface Clock {
  /** Unix time in milliseconds. */
  now(): number
  /** Calls `run` once after `delayMs`. @returns a function that calls it off. */
  after(delayMs: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
