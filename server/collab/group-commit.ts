/**
 * Group commit: one transaction at a time, the next one takes whatever arrived meanwhile. Nothing here is forgotten: a failed
 * save is tried again with the same rows, in the same order, until the disk takes them; those who wait are told meanwhile.
 */
import type { Clock } from '../platform/clock'
import type { LogEntry, UpdateLog } from '../ports/update-log'

const FIRST_RETRY_MS = 100
const MAX_RETRY_MS = 5_000

interface Waiting {
  /** Null: a barrier, which holds nothing of its own. */
  entry: LogEntry | null
  committed(seq: number): void
}

export interface GroupCommitOptions {
  log: Pick<UpdateLog, 'append'>
  clock: Clock
  onFailing(error: Error): void
  onRecovered(): void
}

export class GroupCommit {
  readonly #options: GroupCommitOptions
  #queue: Waiting[] = []
  #writing: Waiting[] | null = null
  #lastSeq = 0
  #failures = 0
  #idle: (() => void)[] = []

  constructor(options: GroupCommitOptions) {
    this.#options = options
  }

  get failing(): boolean {
    return this.#failures > 0
  }

  /** `committed` runs when the row is on disk, in the order of the calls. */
  add(entry: LogEntry, committed: (seq: number) => void): void {
    this.#queue.push({ entry, committed })
    this.#start()
  }

  /** Runs `reached` when everything added before is on disk: at once if nothing is under way. */
  after(reached: (seq: number) => void): void {
    if (this.#writing === null && this.#queue.length === 0) reached(this.#lastSeq)
    else this.#queue.push({ entry: null, committed: reached })
  }

  /** Resolves when nothing waits any more. */
  drained(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#writing === null && this.#queue.length === 0) resolve()
      else this.#idle.push(resolve)
    })
  }

  #start(): void {
    if (this.#writing !== null) return
    this.#writing = this.#queue
    this.#queue = []
    // Leaves the turn in which the first row arrived: its neighbours in the same read join the same transaction.
    setImmediate(() => void this.#write())
  }

  async #write(): Promise<void> {
    const batch = this.#writing ?? []
    const entries = batch.flatMap((waiting) => (waiting.entry === null ? [] : [waiting.entry]))
    let seqs: number[]
    try {
      seqs = entries.length === 0 ? [] : await this.#options.log.append(entries)
    } catch (error) {
      this.#retry(error instanceof Error ? error : new Error(String(error)))
      return
    }
    if (this.#failures > 0) {
      this.#failures = 0
      this.#options.onRecovered()
    }
    this.#writing = null
    if (this.#queue.length > 0) this.#start()
    let next = 0
    for (const waiting of batch) {
      if (waiting.entry !== null) this.#lastSeq = seqs[next++] ?? this.#lastSeq
      waiting.committed(this.#lastSeq)
    }
    if (this.#writing === null) {
      for (const resolve of this.#idle.splice(0)) resolve()
    }
  }

  #retry(error: Error): void {
    this.#failures += 1
    if (this.#failures === 1) this.#options.onFailing(error)
    const delay = Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), MAX_RETRY_MS)
    this.#options.clock.after(delay, () => void this.#write())
  }
}
