/**
 * Group commit: one transaction at a time, the next one takes whatever arrived meanwhile. In a quiet house it begins when this turn
 * ends; in a busy one at most once a window, for a transaction costs as much as dozens of rows (docs/decisions/0017). Nothing
 * here is forgotten: a failed save is tried again with the same rows, in the same order, until the disk takes them; those who wait
 * are told meanwhile.
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
  /** Transactions begin at least so far apart. */
  windowMs: number
  onFailing(error: Error): void
  onRecovered(): void
}

export class GroupCommit {
  readonly #options: GroupCommitOptions
  #queue: Waiting[] = []
  #writing: Waiting[] | null = null
  #isScheduled = false
  #lastStart = Number.NEGATIVE_INFINITY
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
    if (this.#writing !== null || this.#isScheduled) return
    this.#isScheduled = true
    const { clock, windowMs } = this.#options
    // A machine's clock that was set back must not hold anything up.
    const wait = Math.min(this.#lastStart + windowMs - clock.now(), windowMs)
    const begin = () => {
      this.#isScheduled = false
      this.#lastStart = clock.now()
      this.#writing = this.#queue
      this.#queue = []
      void this.#write()
    }
    // Even at once means after this turn: the neighbours of the first row in the same read join its transaction.
    if (wait > 0) clock.after(wait, begin)
    else setImmediate(begin)
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
    if (this.#writing === null && this.#queue.length === 0) {
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
