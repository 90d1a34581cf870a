import type { Clock } from '../platform/clock'

interface Timer {
  due: number
  fire: () => void
}

/**
 * Real time that a test can move ahead by half an hour: for tests through the whole server, whose parts also wait for milliseconds that
 * really have to pass. What falls due by the jump runs at once.
 */
export class TravelClock implements Clock {
  #ahead = 0
  readonly #timers = new Set<Timer>()

  now(): number {
    return Date.now() + this.#ahead
  }

  after(delayMs: number, run: () => void): () => void {
    const timer: Timer = {
      due: this.now() + delayMs,
      fire: () => {
        clearTimeout(handle)
        this.#timers.delete(timer)
        run()
      },
    }
    const handle = setTimeout(timer.fire, delayMs)
    this.#timers.add(timer)
    return () => {
      clearTimeout(handle)
      this.#timers.delete(timer)
    }
  }

  advance(ms: number): void {
    this.#ahead += ms
    for (const timer of [...this.#timers].filter(({ due }) => due <= this.now()).sort((a, b) => a.due - b.due)) timer.fire()
  }
}
