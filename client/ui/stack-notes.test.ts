import { describe, expect, it } from 'vitest'
import { Random } from '../../shared/testing/random'
import { type Note, stackNotes } from './stack-notes'

const note = (key: string, anchor: number, height = 50): Note => ({ key, anchor, height })

describe('stackNotes', () => {
  it('leaves notes beside their lines where there is room', () => {
    expect(stackNotes([note('a', 10), note('b', 100)], null, 10)).toEqual([10, 100])
  })

  it('lets a crowd give way both ways', () => {
    expect(stackNotes([note('a', 200), note('b', 200), note('c', 200)], null, 10)).toEqual([140, 200, 260])
  })

  it('lets none stand above the upper end', () => {
    expect(stackNotes([note('a', 10), note('b', 20), note('c', 30)], null, 10)).toEqual([0, 60, 120])
  })

  it('keeps the active one beside its line and moves those above up', () => {
    expect(stackNotes([note('a', 210), note('b', 220), note('c', 230)], 'c', 10)).toEqual([110, 170, 230])
    expect(stackNotes([note('a', 210), note('b', 220), note('c', 230)], 'b', 10)).toEqual([160, 220, 280])
  })

  it('moves nothing above that has room anyway', () => {
    expect(stackNotes([note('a', 10), note('b', 200), note('c', 210)], 'c', 10)).toEqual([10, 150, 210])
  })

  it('whatever their sizes: none touch, the active one stands at its line, and the worst is as near as can be', () => {
    const random = new Random(7)
    for (let round = 0; round < 300; round++) {
      let anchor = 0
      const notes = Array.from({ length: 20 }, (_, index) => {
        anchor += random.below(90)
        return note(String(index), anchor, 30 + random.below(120))
      })
      const active = random.chance(0.5) ? String(random.below(20)) : null
      const tops = stackNotes(notes, active, 8)
      if (active !== null) expect(tops[Number(active)]).toBe(notes[Number(active)]?.anchor)
      else expect(tops[0]).toBeGreaterThanOrEqual(0)
      for (const [index, { height }] of notes.slice(0, -1).entries()) {
        expect((tops[index + 1] ?? 0) - (tops[index] ?? 0)).toBeGreaterThanOrEqual(height + 8 - 1e-9)
      }
      if (active !== null) continue
      const worst = Math.max(...tops.map((top, index) => Math.abs(top - (notes[index]?.anchor ?? 0))))
      expect(worst).toBeCloseTo(leastWorst(notes, 8))
    }
  })
})

/** Two notes that would overlap share what is lacking; one that would stand above the end goes down alone. */
function leastWorst(notes: readonly Note[], gap: number): number {
  let worst = 0
  for (const [first, { anchor }] of notes.entries()) {
    let room = 0
    for (const later of notes.slice(first)) {
      worst = Math.max(worst, (anchor + room - later.anchor) / 2)
      room += later.height + gap
    }
    const above = notes.slice(0, first).reduce((sum, { height }) => sum + height + gap, 0)
    worst = Math.max(worst, above - anchor)
  }
  return worst
}
