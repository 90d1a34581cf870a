/** Ends in the reverse order of the beginning; one part that fails to stop does not keep the others from stopping. */
import type { Log } from './log'

export class Lifecycle {
  readonly #stops: { name: string; stop: () => Promise<void> | void }[] = []
  #stopping: Promise<void> | null = null

  constructor(readonly log: Log) {}

  onStop(name: string, stop: () => Promise<void> | void): void {
    this.#stops.push({ name, stop })
  }

  /** Any number of callers wait for the same end. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll()
    return this.#stopping
  }

  async #stopAll(): Promise<void> {
    for (const { name, stop } of this.#stops.reverse()) {
      try {
        await stop()
      } catch (error) {
        this.log.error({ err: error, part: name }, 'part failed to stop')
      }
    }
  }
}
