/**
 * Where notes stand in a margin: each beside its line, never over another. They are pushed down by those above; the active one
 * keeps the place of its line, and those above it move up for it.
 */
export interface Note {
  key: string
  /** Where its line is. */
  anchor: number
  height: number
}

/** `notes` in the order of the text. @returns the top of each, in the same order. */
export function stackNotes(notes: readonly Note[], active: string | null, gap: number): number[] {
  const pinned = notes.findIndex((note) => note.key === active)
  const tops = pushedDown(notes, gap)
  if (pinned < 0) return tops
  let limit = notes[pinned]?.anchor ?? 0
  tops[pinned] = limit
  for (let index = pinned - 1; index >= 0; index--) {
    limit = Math.min(tops[index] ?? 0, limit - gap - (notes[index]?.height ?? 0))
    tops[index] = limit
  }
  const below = pushedDown(notes.slice(pinned), gap)
  return [...tops.slice(0, pinned), ...below]
}

function pushedDown(notes: readonly Note[], gap: number): number[] {
  let free = Number.NEGATIVE_INFINITY
  return notes.map(({ anchor, height }) => {
    const top = Math.max(anchor, free)
    free = top + height + gap
    return top
  })
}
