/**
 * Where notes stand in a margin: in the order of the text, never over one another, none above the first line, and the one furthest
 * from its line as near to it as it can be: a crowd gives way upwards as well as downwards. The active one has its line's place.
 */
export interface Note {
  key: string
  /** Where its line is. */
  anchor: number
  height: number
}

/**
 * `notes` in the order of the text. @returns the top of each, in the same order. Only where those above the active one do not fit
 * between it and the upper end do they reach over that end, with tops below zero.
 */
export function stackNotes(notes: readonly Note[], active: string | null, gap: number): number[] {
  // Without the room the notes before it take, each may stand where it likes as long as none is above the one before it.
  let room = 0
  const rooms = notes.map(({ height }) => {
    const before = room
    room += height + gap
    return before
  })
  const wanted = notes.map(({ anchor }, index) => anchor - (rooms[index] ?? 0))
  const pinned = notes.findIndex(({ key }) => key === active)
  const pin = wanted[pinned]
  const highest = runningMax(wanted)
  const lowest = runningMax(wanted.map((place) => -place).reverse()).reverse()
  return notes.map((_, index) => {
    // The middle between what drives it down and what drives it up: the least for the worst.
    const middle = Math.max(0, ((highest[index] ?? 0) - (lowest[index] ?? 0)) / 2)
    const place =
      pin === undefined ? middle : index < pinned ? Math.min(middle, pin) : index > pinned ? Math.max(middle, pin) : pin
    return place + (rooms[index] ?? 0)
  })
}

function runningMax(values: readonly number[]): number[] {
  let max = Number.NEGATIVE_INFINITY
  return values.map((value) => {
    max = Math.max(max, value)
    return max
  })
}
