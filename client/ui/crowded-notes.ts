/**
 * What becomes of notes that crowd: a note stands open as long as that leaves its neighbours beside their lines; where it does not,
 * the crowd shrinks to one line each, all but the active one. What even so does not fit above the active one is folded away.
 */
import { type Note, stackNotes } from './stack-notes'

/** With the height it has open. */
export interface CrowdedNote extends Note {
  /** Somebody writes in it: it never shrinks. */
  busy: boolean
}

export interface NotePlace {
  form: 'open' | 'compact' | 'folded'
  /** Of a folded one: of the row that stands for it. */
  top: number
}

export interface Spacing {
  gap: number
  /** About four lines: further away one no longer sees which line a note belongs to. */
  reach: number
  /** Height of a note as one line. */
  compact: number
  /** Height of the row that says how many are folded. */
  row: number
}

/** `notes` in the order of the text. @returns the place of each, in the same order. */
export function placeNotes(notes: readonly CrowdedNote[], active: string | null, spacing: Spacing): NotePlace[] {
  // What shrinks in any case does so whichever is active: going from one to the next moves as little as can be.
  const compact = new Set<string>()
  shrink(notes, null, compact, spacing)
  const tops = shrink(notes, active, compact, spacing)
  const places = notes.map(({ key }, index): NotePlace => {
    return { form: compact.has(key) && key !== active ? 'compact' : 'open', top: tops[index] ?? 0 }
  })
  const pinned = notes.findIndex(({ key }) => key === active)
  return (tops[0] ?? 0) < 0 && pinned > 0 ? folded(places, sized(notes, active, compact, spacing), pinned, spacing) : places
}

/** Shrinks crowds in which a note is out of reach of its line, until there is none that could. @returns the tops. */
function shrink(notes: readonly CrowdedNote[], active: string | null, compact: Set<string>, spacing: Spacing): number[] {
  const { gap, reach } = spacing
  for (;;) {
    const notesNow = sized(notes, active, compact, spacing)
    const tops = stackNotes(notesNow, active, gap)
    const before = compact.size
    for (const crowd of crowdsOf(tops, notesNow, gap)) {
      const isOut = crowd.some((index) => {
        const top = tops[index] ?? 0
        return top < 0 || Math.abs(top - (notes[index]?.anchor ?? 0)) > reach
      })
      if (!isOut) continue
      for (const index of crowd) {
        const note = notes[index]
        if (note !== undefined && !note.busy && note.key !== active) compact.add(note.key)
      }
    }
    if (compact.size === before) return tops
  }
}

function sized(notes: readonly CrowdedNote[], active: string | null, compact: ReadonlySet<string>, spacing: Spacing): Note[] {
  return notes.map(({ key, anchor, height }) => {
    return { key, anchor, height: compact.has(key) && key !== active ? spacing.compact : height }
  })
}

/** Runs of notes that touch, by index. */
function crowdsOf(tops: readonly number[], notes: readonly Note[], gap: number): number[][] {
  const crowds: number[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const [index, top] of tops.entries()) {
    if (top > end + 1) crowds.push([])
    crowds.at(-1)?.push(index)
    end = top + (notes[index]?.height ?? 0) + gap
  }
  return crowds
}

/** The topmost give their place to one row; those that fit stand between it and the active one. */
function folded(places: readonly NotePlace[], notes: readonly Note[], pinned: number, spacing: Spacing): NotePlace[] {
  const { gap, row } = spacing
  const pin = Math.max(places[pinned]?.top ?? 0, row + gap)
  const result = [...places]
  let limit = pin
  let index = pinned - 1
  for (; index >= 0; index--) {
    const top = limit - gap - (notes[index]?.height ?? 0)
    if (top < row + gap) break
    limit = Math.min(top, Math.max(places[index]?.top ?? 0, row + gap))
    result[index] = { form: places[index]?.form ?? 'compact', top: limit }
  }
  for (; index >= 0; index--) result[index] = { form: 'folded', top: 0 }
  // Below the active one nothing changes unless it had to make room for the row.
  let free = pin
  for (let below = pinned; below < places.length; below++) {
    const place = places[below]
    if (place === undefined) continue
    const top = Math.max(place.top, free)
    result[below] = { ...place, top }
    free = top + (notes[below]?.height ?? 0) + gap
  }
  return result
}
