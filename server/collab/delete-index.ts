/**
 * Which stretches of every client's items are deleted. A state vector does not say it, yet a server that holds no document
 * must tell a known deletion from a new one: on each reconnect every client sends the whole delete set again.
 */
import * as encoding from 'lib0/encoding'
import { type ReadUpdate, readUpdate } from '../../shared/updates/read-update'
import { Stretches } from './stretches'

export class DeleteIndex {
  /** What a snapshot said, as it was, until something is deleted that is not in it or asked for that is not all of it. Most rooms of a house never get so far. */
  #sealed: Uint8Array | null = null
  readonly #stretches = new Map<number, Stretches>()
  #encoded: Uint8Array | null = null

  /** Begins with `deletions`, an update without structs as Yjs writes it. Nothing may be here yet. */
  seed(deletions: Uint8Array): void {
    this.#sealed = deletions
  }

  /** Whether [start, end) of `client` is deleted as a whole. */
  contains(client: number, start: number, end: number): boolean {
    this.#unseal()
    return this.#stretches.get(client)?.contains(start, end) ?? false
  }

  add(client: number, start: number, end: number): void {
    this.#unseal()
    if (start < end) this.#insert(client, start, end, 1)
  }

  /** All deletions as a Yjs update without structs, byte for byte as Yjs writes it; the same bytes until something is added. */
  asUpdate(): Uint8Array {
    if (this.#sealed !== null) return this.#sealed
    this.#encoded ??= encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, this.#stretches.size)
      for (const [client, stretches] of [...this.#stretches].sort(([a], [b]) => b - a)) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, stretches.count)
        for (const [start, end] of stretches) {
          encoding.writeVarUint(encoder, start)
          encoding.writeVarUint(encoder, end - start)
        }
      }
    })
    return this.#encoded
  }

  /**
   * Whether `update` is plainly all deletions and nothing else, as everybody sends it who comes back up to date. False may also
   * mean that it is not worth finding out: nobody has asked for them since the last one.
   */
  isPlainlyAll(update: Uint8Array): boolean {
    const all = this.#sealed ?? this.#encoded
    return all !== null && update.length === all.length && Buffer.compare(update, all) === 0
  }

  #unseal(): void {
    if (this.#sealed === null) return
    const { deletions }: Pick<ReadUpdate, 'deletions'> = readUpdate(this.#sealed)
    this.#sealed = null
    for (const [client, ranges] of deletions) {
      for (const { clock, len } of ranges) this.#insert(client, clock, clock + len, ranges.length)
    }
  }

  #insert(client: number, start: number, end: number, expected: number): void {
    const stretches = this.#stretches.get(client) ?? new Stretches(expected)
    this.#stretches.set(client, stretches)
    if (stretches.contains(start, end)) return
    this.#encoded = null
    stretches.add(start, end)
  }
}
