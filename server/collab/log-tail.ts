/** The rows of a room's log that no snapshot sums up yet, and when that is due: newcomers read them one by one, and a crash leaves them to be read. */
import type { MaterialId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import type { UpdateLog } from '../ports/update-log'
import type { Limits } from './limits'

export interface LogTailOptions {
  room: MaterialId
  updateLog: Pick<UpdateLog, 'compact'>
  clock: Clock
  limits: Pick<Limits, 'compactRows' | 'compactBytes' | 'compactRestFactor'>
  onError(error: unknown, doing: string): void
}

export class LogTail {
  readonly #options: LogTailOptions
  #rows = 0
  #bytes = 0
  #compacting: Promise<void> | null = null
  #restUntil = Number.NEGATIVE_INFINITY

  constructor(options: LogTailOptions) {
    this.#options = options
  }

  get rows(): number {
    return this.#rows
  }

  /** A row of so many bytes is in the log. */
  count(bytes: number): void {
    this.#rows += 1
    this.#bytes += bytes
  }

  compactIfDue(): void {
    const { clock, limits } = this.#options
    const isLong = this.#rows >= limits.compactRows || this.#bytes >= limits.compactBytes
    if (isLong && clock.now() >= this.#restUntil) void this.compact()
  }

  /** Sums up the log so that the next opening streams one snapshot. */
  compact(): Promise<void> {
    if (this.#rows === 0) return Promise.resolve()
    this.#compacting ??= this.#compactOnce().finally(() => {
      this.#compacting = null
    })
    return this.#compacting
  }

  async #compactOnce(): Promise<void> {
    const { room, updateLog, clock, limits, onError } = this.#options
    const [rows, bytes] = [this.#rows, this.#bytes]
    const began = clock.now()
    try {
      await updateLog.compact(room)
      this.#rows -= rows
      this.#bytes -= bytes
    } catch (error) {
      onError(error, 'compacting')
    }
    // It builds the document, which costs more than thousands of keystrokes: a storm of them must not cost a storm of these.
    this.#restUntil = clock.now() + limits.compactRestFactor * (clock.now() - began)
  }
}
