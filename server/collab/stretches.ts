/** Sorted, disjoint, non-adjacent [start, end) stretches of one client's clocks, flat in four bytes a number: a worked-on text has thousands. */

const ROOM_TO_GROW = 16

export class Stretches {
  #values: Uint32Array
  #length = 0

  /** @param expected how many are about to be added */
  constructor(expected = 0) {
    this.#values = new Uint32Array(2 * expected)
  }

  get count(): number {
    return this.#length / 2
  }

  *[Symbol.iterator](): Generator<[start: number, end: number]> {
    for (let at = 0; at < this.#length; at += 2) yield [this.#at(at), this.#at(at + 1)]
  }

  /** Whether [start, end) is in one of them as a whole. */
  contains(start: number, end: number): boolean {
    const at = this.#firstEndingFrom(start + 1)
    return at < this.#length && this.#at(at) <= start && end <= this.#at(at + 1)
  }

  add(start: number, end: number): void {
    if (this.contains(start, end)) return
    // All that touch or overlap the new one melt into it.
    const from = this.#firstEndingFrom(start)
    let to = from
    let low = start
    let high = end
    while (to < this.#length && this.#at(to) <= end) {
      low = Math.min(low, this.#at(to))
      high = Math.max(high, this.#at(to + 1))
      to += 2
    }
    this.#replace(from, to, low, high)
  }

  /** Puts one stretch in the place of those from index `from` to before `to`. */
  #replace(from: number, to: number, low: number, high: number): void {
    const length = this.#length + 2 - (to - from)
    if (length > this.#values.length) {
      const grown = new Uint32Array(length + Math.max(ROOM_TO_GROW, length >> 3))
      grown.set(this.#values.subarray(0, this.#length))
      this.#values = grown
    }
    this.#values.copyWithin(from + 2, to, this.#length)
    this.#values[from] = low
    this.#values[from + 1] = high
    this.#length = length
  }

  /** Index of the first whose end is ≥ `position`. */
  #firstEndingFrom(position: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#at(middle * 2 + 1) >= position) high = middle
      else low = middle + 1
    }
    return low * 2
  }

  #at(index: number): number {
    return this.#values[index] as number
  }
}
