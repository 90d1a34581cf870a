/**
 * What a room knows of its document without holding it: the clock of every client and the deletions. Enough to tell new from
 * known and to refuse an update whose predecessors are missing: stored, it would sit as a pending struct in every later copy
 * and make each further keystroke of that person dear for everyone.
 */
import * as Y from 'yjs'
import { DeleteIndex } from './delete-index'

export type Judgement =
  /** `starts`: first new clock of each client that brought structs. */
  | { kind: 'new'; update: ReadUpdate; starts: ReadonlyMap<number, number> }
  | { kind: 'known' }
  /** Builds on something that never arrived here. */
  | { kind: 'gap' }
  | { kind: 'malformed' }

/** An update as read: how far each client's structs reach, and what is deleted. */
export interface ReadUpdate {
  ends: ReadonlyMap<number, number>
  deletions: ReadonlyMap<number, readonly { clock: number; len: number }[]>
}

type Decoded = ReturnType<typeof Y.decodeUpdate>

export class KnownState {
  readonly clocks = new Map<number, number>()
  readonly #deletes = new DeleteIndex()

  /** Starts from a snapshot's metadata; no document is decoded. */
  seed(stateVector: Uint8Array, deletions: Uint8Array): void {
    for (const [client, clock] of Y.decodeStateVector(stateVector)) this.clocks.set(client, clock)
    this.#addDeletions(Y.decodeUpdate(deletions).ds.clients)
  }

  clockOf(client: number): number {
    return this.clocks.get(client) ?? 0
  }

  judge(bytes: Uint8Array): Judgement {
    let decoded: Decoded
    try {
      decoded = Y.decodeUpdate(bytes)
    } catch {
      return { kind: 'malformed' }
    }
    const ends = new Map<number, number>()
    const starts = new Map<number, number>()
    for (const struct of decoded.structs) {
      const { client, clock } = struct.id
      const reached = ends.get(client) ?? this.clockOf(client)
      if (struct instanceof Y.Skip || clock > reached) return { kind: 'gap' }
      const end = clock + struct.length
      if (end > reached && !starts.has(client)) starts.set(client, reached)
      ends.set(client, Math.max(end, reached))
    }
    const deletions = decoded.ds.clients
    const reaches = (id: Y.ID | null) => id === null || id.clock < (ends.get(id.client) ?? this.clockOf(id.client))
    for (const struct of decoded.structs) {
      if (!(struct instanceof Y.Item)) continue
      const parent = struct.parent instanceof Y.ID ? struct.parent : null
      if (!reaches(struct.origin) || !reaches(struct.rightOrigin) || !reaches(parent)) return { kind: 'gap' }
    }
    let newDeletion = false
    for (const [client, ranges] of deletions) {
      for (const { clock, len } of ranges) {
        if (len === 0) continue
        if (clock + len > (ends.get(client) ?? this.clockOf(client))) return { kind: 'gap' }
        newDeletion ||= !this.#deletes.contains(client, clock, clock + len)
      }
    }
    if (starts.size === 0 && !newDeletion) return { kind: 'known' }
    return { kind: 'new', update: { ends, deletions }, starts }
  }

  add(update: ReadUpdate): void {
    for (const [client, end] of update.ends) {
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
