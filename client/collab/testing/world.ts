/** Time, frames, network and page of a test, all turned by hand. */
import type { Clock } from '../../net/surroundings'
import type { Page, Surroundings } from '../surroundings'
import { createMemoryStore, type MemoryStore } from './memory-store'
import type { Relay } from './relay'

interface Timer {
  at: number
  run: () => void
}

export class World {
  readonly relay: Relay
  #now = 1_000_000
  #timers = new Set<Timer>()
  #frames: (() => void)[] = []
  #devices = 0

  constructor(relay: Relay) {
    this.relay = relay
  }

  readonly clock: Clock = {
    now: () => this.#now,
    after: (delayMs, run) => {
      const timer = { at: this.#now + delayMs, run }
      this.#timers.add(timer)
      return () => this.#timers.delete(timer)
    },
  }

  /** A browser of its own; `store` is shared by the tabs of one. */
  device(store: MemoryStore = createMemoryStore()): Device {
    this.#devices += 1
    return new Device(this, store, this.#devices / 7)
  }

  nextFrame(run: () => void): void {
    this.#frames.push(run)
  }

  runFrames(): boolean {
    const frames = this.#frames
    this.#frames = []
    for (const run of frames) run()
    return frames.length > 0
  }

  /** Lets time pass; timers run in their order, and what they cause is not delivered before the next `settle`. */
  pass(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const [next] = [...this.#timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = end
  }

  /** Time passes with frames and network running. */
  async live(ms: number, stepMs = 250): Promise<void> {
    for (let passed = 0; passed < ms; passed += stepMs) {
      this.pass(stepMs)
      await this.settle()
    }
  }

  /** Delivers frames, promises and messages until nothing happens any more. Timers stand still. */
  async settle(): Promise<void> {
    for (;;) {
      await promises()
      if (!this.relay.deliver() && !this.runFrames()) return
    }
  }
}

export class Device {
  readonly store: MemoryStore
  readonly surroundings: Surroundings
  guards = 0
  isOnline = true
  #networkListeners = new Set<() => void>()
  #leaveListeners = new Set<() => void>()

  constructor(world: World, store: MemoryStore, seed: number) {
    this.store = store
    const page: Page = {
      onLeave: (run) => listen(this.#leaveListeners, run),
      guardUnload: () => {
        this.guards += 1
        return () => {
          this.guards -= 1
        }
      },
    }
    let last = seed
    this.surroundings = {
      openSocket: (path, events) => world.relay.connect(path, events, () => this.isOnline),
      nextFrame: (run) => world.nextFrame(run),
      clock: world.clock,
      network: { online: () => this.isOnline, onChange: (run) => listen(this.#networkListeners, run) },
      page,
      store,
      random: () => {
        last = (last * 16_807 + 0.1) % 1
        return last
      },
    }
  }

  setOnline(online: boolean): void {
    this.isOnline = online
    for (const run of [...this.#networkListeners]) run()
  }

  leavePage(): void {
    for (const run of [...this.#leaveListeners]) run()
  }
}

function listen(listeners: Set<() => void>, run: () => void): () => void {
  listeners.add(run)
  return () => listeners.delete(run)
}

/** Longer than any chain of promises here. */
async function promises(): Promise<void> {
  for (let turn = 0; turn < 25; turn += 1) await Promise.resolve()
}
