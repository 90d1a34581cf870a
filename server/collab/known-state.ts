/**
 * What a room knows of its document without holding it: the clock of every client and the deletions. Enough to tell new from
 * known and to refuse an update whose predecessors are missing: stored, it would sit as a pending struct in every later copy
 * and make each further keystroke of that person dear for everyone.
 */
import * as Y from 'yjs'
import { DeleteIndex } from './delete-index'
import { readUpdate, type ReadUpdate } from '../../shared/updates/read-update'

/** Nobody types so far; one forged stretch of nothing would. */
const MAX_CLOCK = 2 ** 31

export type Judgement =
  /** `starts`: first new clock of each client that brought structs. */
  | { kind: 'new'; update: ReadUpdate; starts: ReadonlyMap<number, number> }
  | { kind: 'known' }
  /** Builds on something that never arrived here. */
  | { kind: 'gap' }
  | { kind: 'malformed' }

export class KnownState {
  readonly clocks = new Map<number, number>()
  readonly #deletes = new DeleteIndex()

  /** Starts from a snapshot's metadata; no document is decoded. */
  seed(stateVector: Uint8Array, deletions: Uint8Array): void {
    for (const [client, clock] of Y.decodeStateVector(stateVector)) this.clocks.set(client, clock)
    this.#deletes.seed(deletions)
  }

  clockOf(client: number): number {
    return this.clocks.get(client) ?? 0
  }

  judge(bytes: Uint8Array): Judgement {
    if (this.#deletes.isPlainlyAll(bytes)) return { kind: 'known' }
    let update: ReadUpdate
    try {
      update = readUpdate(bytes)
    } catch {
      return { kind: 'malformed' }
    }
    const ends = new Map<number, number>()
    const starts = new Map<number, number>()
    for (const { client, clock, end, hasSkip } of update.runs) {
      const reached = ends.get(client) ?? this.clockOf(client)
      if (hasSkip || clock > reached) return { kind: 'gap' }
      if (end > MAX_CLOCK) return { kind: 'malformed' }
      if (end > reached && !starts.has(client)) starts.set(client, reached)
      ends.set(client, Math.max(end, reached))
    }
    const reach = (client: number) => ends.get(client) ?? this.clockOf(client)
    for (const [client, clock] of update.neighbours) if (clock >= reach(client)) return { kind: 'gap' }
    let newDeletion = false
    for (const [client, ranges] of update.deletions) {
      for (const { clock, len } of ranges) {
        if (len === 0) continue
        if (clock + len > reach(client)) return { kind: 'gap' }
        newDeletion ||= !this.#deletes.contains(client, clock, clock + len)
      }
    }
    if (starts.size === 0 && !newDeletion) return { kind: 'known' }
    return { kind: 'new', update, starts }
  }

  add(update: ReadUpdate): void {
    for (const { client, end } of update.runs) {
      if (end > this.clockOf(client)) this.clocks.set(client, end)
    }
    this.#addDeletions(update.deletions)
  }

  /** Whether someone with `stateVector` has every struct known here. */
  isCoveredBy(stateVector: ReadonlyMap<number, number>): boolean {
    for (const [client, clock] of this.clocks) {
      if ((stateVector.get(client) ?? 0) < clock) return false
    }
    return true
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.clocks)
  }

  /** All deletions, as an update without structs. */
  deletions(): Uint8Array {
    return this.#deletes.asUpdate()
  }

  #addDeletions(deletions: ReadUpdate['deletions']): void {
    for (const [client, ranges] of deletions) {
      for (const { clock, len } of ranges) this.#deletes.add(client, clock, clock + len)
    }
  }
}
