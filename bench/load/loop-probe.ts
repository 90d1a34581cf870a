/** How long the server's event loop was busy with something else: the time a WebSocket ping waits for its pong. */
import type { BaseDocument } from '../text/base-document'
import { BenchClient } from './client'
import type { Target } from './target'

const EVERY_MS = 1

export class LoopProbe {
  readonly #client: BenchClient
  readonly #waits: number[] = []
  #askedAt: number | null = null
  #timer: NodeJS.Timeout | null = null

  private constructor(target: Target, room: string, base: BaseDocument) {
    this.#client = new BenchClient({
      target,
      room,
      base,
      onPong: () => {
        if (this.#askedAt !== null) this.#waits.push(performance.now() - this.#askedAt)
        this.#askedAt = null
      },
    })
  }

  static async start(target: Target, room: string, base: BaseDocument): Promise<LoopProbe> {
    const probe = new LoopProbe(target, room, base)
    await probe.#client.synced
    probe.#timer = setInterval(() => probe.#ask(), EVERY_MS)
    return probe
  }

  /** @returns all waits in milliseconds. */
  stop(): number[] {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#client.end()
    return this.#waits
  }

  #ask(): void {
    if (this.#askedAt !== null) return
    this.#askedAt = performance.now()
    this.#client.ping()
  }
}
