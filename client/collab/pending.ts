/**
 * The account of own changes until the server has them on disk. Two questions are answered here and nowhere else: what may be
 * called saved, and what is safe on this device.
 *
 * 1. A change leaves the account only when the server has acknowledged a message that carried it.
 * 2. A change counts as kept only after the local store's transaction has completed.
 * 3. Every transaction takes all changes not yet stored, in order: the store never has a later one without an earlier one.
 */
import type { MaterialId, PersonId } from '../../shared/ids'
import { type Bucket, keyOf, type LocalStore, type Row, type RowKey } from './idb-store'
import type { Clock } from '../net/surroundings'

const RETRY_STORE_MS = 5_000

interface Entry {
  row: Row
  /** Rows in the store that hold this change: its own, or those of the dead tabs it was taken from. */
  rows: RowKey[]
  /** Number of the message on this connection that carried it; null: not sent on this connection. */
  write: number | null
  storedIn: Bucket | null
  acknowledged: boolean
}

export interface PendingOptions {
  person: PersonId
  material: MaterialId
  tab: string
  store: LocalStore
  clock: Clock
  /** Something that `kept`, `atRisk` or `isEmpty` tells has changed. */
  onChange(): void
}

export class Pending {
  readonly #options: PendingOptions
  #entries: Entry[] = []
  /** In the order they were made; the store writer takes them from here. */
  #unstored: Entry[] = []
  #doomed: RowKey[] = []
  #bucket: Bucket = 'pending'
  #lastNumber = 0
  #storing = false
  #cancelRetry: (() => void) | null = null
  #storeFails = false

  constructor(options: PendingOptions) {
    this.#options = options
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0
  }

  /** The store refused the last attempt. */
  get storeFails(): boolean {
    return this.#storeFails
  }

  /** Changes that are in this device's store. */
  get kept(): number {
    return this.#count((entry) => entry.storedIn !== null)
  }

  /** Changes that are only in this page's memory so far. */
  get atRisk(): number {
    return this.#count((entry) => entry.storedIn === null)
  }

  get awaitsAck(): boolean {
    return this.#entries.some((entry) => entry.write !== null)
  }

  add(update: Uint8Array): void {
    const row = this.#newRow(update, 1)
    const entry: Entry = { row, rows: [keyOf(row)], write: null, storedIn: null, acknowledged: false }
    this.#entries.push(entry)
    this.#unstored.push(entry)
    this.#store()
  }

  /** Takes over what dead tabs left. `update`: what of it was new here; null: nothing. */
  adopt(update: Uint8Array | null, rows: readonly Row[]): void {
    const keys = rows.map(keyOf)
    if (update !== null) {
      const row = this.#newRow(
        update,
        rows.reduce((sum, { edits }) => sum + edits, 0),
      )
      this.#entries.push({ row, rows: keys, write: null, storedIn: 'pending', acknowledged: false })
      return
    }
    // Known already, so it came from the server, or stands in an own change that is still on its way.
    const last = this.#entries.at(-1)
    if (last) last.rows.push(...keys)
    else this.#doom(keys)
  }

  /** What has not been sent on this connection, oldest first. */
  unsent(): Uint8Array[] {
    return this.#entries.filter((entry) => entry.write === null).map((entry) => entry.row.update)
  }

  /** Message number `write` carries everything that was not sent yet. */
  carriedBy(write: number): void {
    for (const entry of this.#entries) entry.write ??= write
  }

  /** @returns whether a change was among them. */
  acknowledge(writes: number): boolean {
    const isDone = (entry: Entry) => entry.write !== null && entry.write <= writes
    const done = this.#entries.filter(isDone)
    if (done.length === 0) return false
    for (const entry of done) {
      entry.acknowledged = true
      if (entry.storedIn !== null) this.#doomed.push(...entry.rows)
    }
    this.#entries = this.#entries.filter((entry) => !entry.acknowledged)
    this.#store()
    return true
  }

  /** Numbers start anew on the next connection. */
  connectionLost(): void {
    for (const entry of this.#entries) entry.write = null
  }

  /** The server refused these changes: moves them out of the way of the next opening. */
  setAside(): void {
    this.#bucket = 'refused'
    const stored = this.#entries.filter((entry) => entry.storedIn !== null)
    for (const entry of stored) this.#doomed.push(...entry.rows)
    this.#unstored.unshift(...stored)
    this.#store()
  }

  /** Touches the store no more. */
  abandon(): void {
    this.#cancelRetry?.()
    this.#unstored = []
    this.#doomed = []
  }

  #doom(keys: readonly RowKey[]): void {
    this.#doomed.push(...keys)
    this.#store()
  }

  #store(): void {
    if (this.#storing) return
    this.#storing = true
    void this.#storeAll()
  }

  /** One transaction after another, each with all that gathered meanwhile. Never rejects. */
  async #storeAll(): Promise<void> {
    // The socket comes first.
    await Promise.resolve()
    for (;;) {
      const entries = this.#unstored.filter((entry) => !entry.acknowledged)
      const removes = this.#doomed
      this.#unstored = []
      this.#doomed = []
      if (entries.length === 0 && removes.length === 0) break
      const bucket = this.#bucket
      try {
        await this.#options.store.write(
          bucket,
          entries.map((entry) => entry.row),
          removes,
        )
        this.#storeFails = false
        this.#nowStored(entries, bucket)
      } catch {
        this.#unstored.unshift(...entries)
        this.#doomed.unshift(...removes)
        this.#storeFails = true
        this.#retryLater()
        break
      } finally {
        this.#options.onChange()
      }
    }
    this.#storing = false
  }

  #nowStored(entries: readonly Entry[], bucket: Bucket): void {
    for (const entry of entries) {
      entry.storedIn = bucket
      // Meanwhile acknowledged, or refused and to be moved.
      if (entry.acknowledged || bucket !== this.#bucket) this.#doomed.push(...entry.rows)
      if (!entry.acknowledged && bucket !== this.#bucket) this.#unstored.push(entry)
    }
  }

  #retryLater(): void {
    this.#cancelRetry?.()
    this.#cancelRetry = this.#options.clock.after(RETRY_STORE_MS, () => {
      this.#cancelRetry = null
      this.#store()
    })
  }

  #newRow(update: Uint8Array, edits: number): Row {
    const { person, material, tab, clock } = this.#options
    this.#lastNumber += 1
    return { person, material, tab, n: this.#lastNumber, edits, at: clock.now(), update }
  }

  #count(which: (entry: Entry) => boolean): number {
    return this.#entries.filter(which).reduce((sum, entry) => sum + entry.row.edits, 0)
  }
}
