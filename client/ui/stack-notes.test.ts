import { describe, expect, it } from 'vitest'
import { Random } from '../../shared/testing/random'
import { type Note, stackNotes } from './stack-notes'

const note = (key: string, anchor: number, height = 50): Note => ({ key, anchor, height })

describe('stackNotes', () => {
  it('leaves notes beside their lines where there is room', () => {
    expect(stackNotes([note('a', 10), note('b', 100)], null, 10)).toEqual([10, 100])
  })

  it('pushes those below down', () => {
    expect(stackNotes([note('a', 10), note('b', 20), note('c', 30)], null, 10)).toEqual([10, 70, 130])
  })

  it('keeps the active one beside its line and moves those above up', () => {
    expect(stackNotes([note('a', 10), note('b', 20), note('c', 30)], 'c', 10)).toEqual([-90, -30, 30])
    expect(stackNotes([note('a', 10), note('b', 20), note('c', 30)], 'b', 10)).toEqual([-40, 20, 80])
  })

  it('moves nothing above that has room anyway', () => {
    expect(stackNotes([note('a', 10), note('b', 200), note('c', 210)], 'c', 10)).toEqual([10, 150, 210])
  })

  it('never lets two notes touch, and holds the active one, whatever their sizes', () => {
    const random = new Random(7)
    for (let round = 0; round < 200; round++) {
      let anchor = 0
      const notes = Array.from({ length: 20 }, (_, index) => {
        anchor += random.below(40)
        return note(String(index), anchor, 30 + random.below(120))
      })
      const active = String(random.below(20))
      const tops = stackNotes(notes, active, 8)
      expect(tops[Number(active)]).toBe(notes[Number(active)]?.anchor)
      for (const [index, { height }] of notes.slice(0, -1).entries()) {
        expect((tops[index + 1] ?? 0) - (tops[index] ?? 0)).toBeGreaterThanOrEqual(height + 8)
      }
    }
  })
})
