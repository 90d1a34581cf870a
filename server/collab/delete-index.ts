/**
 * Which stretches of every client's items are deleted. A state vector does not say it, yet a server that holds no document
 * must tell a known deletion from a new one: on each reconnect every client sends the whole delete set again.
 */
import * as encoding from 'lib0/encoding'

export class DeleteIndex {
  /** Per client: sorted, disjoint, non-adjacent [start, end) pairs, flat. */
  readonly #ranges = new Map<number, number[]>()
  #encoded: Uint8Array | null = null

  /** Whether [start, end) of `client` is deleted as a whole. */
  contains(client: number, start: number, end: number): boolean {
    const ranges = this.#ranges.get(client)
    if (ranges === undefined) return false
    const at = firstEndingAtOrAfter(ranges, start + 1)
    return at < ranges.length && (ranges[at] as number) <= start && end <= (ranges[at + 1] as number)
  }

  add(client: number, start: number, end: number): void {
    if (start >= end || this.contains(client, start, end)) return
    this.#encoded = null
    const ranges = this.#ranges.get(client)
    if (ranges === undefined) {
      this.#ranges.set(client, [start, end])
      return
    }
    // All pairs that touch or overlap the new one melt into it.
    const from = firstEndingAtOrAfter(ranges, start)
    let to = from
    let low = start
    let high = end
    while (to < ranges.length && (ranges[to] as number) <= end) {
      low = Math.min(low, ranges[to] as number)
      high = Math.max(high, ranges[to + 1] as number)
      to += 2
    }
    ranges.splice(from, to - from, low, high)
  }

  /** All deletions as a Yjs update without structs; the same bytes until something is added. */
  asUpdate(): Uint8Array {
    this.#encoded ??= encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, this.#ranges.size)
      for (const [client, ranges] of this.#ranges) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, ranges.length / 2)
        for (let i = 0; i < ranges.length; i += 2) {
          const start = ranges[i] as number
          encoding.writeVarUint(encoder, start)
          encoding.writeVarUint(encoder, (ranges[i + 1] as number) - start)
        }
      }
    })
    return this.#encoded
  }
}

/** Index of the first pair whose end is ≥ `position`. */
function firstEndingAtOrAfter(ranges: readonly number[], position: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle * 2 + 1] as number) >= position) high = middle
    else low = middle + 1
  }
  return low * 2
}
