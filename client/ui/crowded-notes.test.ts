import { describe, expect, it } from 'vitest'
import { Random } from '../../shared/testing/random'
import { type CrowdedNote, placeNotes } from './crowded-notes'

const SPACING = { gap: 6, reach: 140, compact: 30, row: 26 }
const note = (key: string, anchor: number, height = 110): CrowdedNote => ({ key, anchor, height, busy: false })
const at = (anchors: readonly number[]) => anchors.map((anchor, index) => note(String(index), anchor))

describe('placeNotes', () => {
  it('leaves a few open', () => {
    expect(placeNotes(at([300, 310, 340]), null, SPACING).map(({ form }) => form)).toEqual(['open', 'open', 'open'])
  })

  it('shrinks a crowd to one line each, and no other', () => {
    const places = placeNotes(at([300, 300, 300, 320, 320, 340, 900]), null, SPACING)
    expect(places.map(({ form }) => form)).toEqual([...Array<string>(6).fill('compact'), 'open'])
    expect(places[6]?.top).toBe(900)
  })

  it('opens the active one beside its line, and shrinks the same others whichever it is', () => {
    const notes = at([300, 300, 300, 320, 320, 340])
    for (const { key, anchor } of notes) {
      const places = placeNotes(notes, key, SPACING)
      expect(places[Number(key)]).toEqual({ form: 'open', top: anchor })
      expect(places.filter(({ form }) => form === 'open')).toHaveLength(1)
    }
  })

  it('never shrinks one in which somebody writes', () => {
    const notes = at([300, 300, 300, 320, 320]).map((each) => ({ ...each, busy: each.key === '1' }))
    expect(placeNotes(notes, null, SPACING)[1]?.form).toBe('open')
  })

  it('folds those that do not fit above the active one into a row, the nearest stay', () => {
    const notes = at(Array<number>(12).fill(150))
    const places = placeNotes(notes, '11', SPACING)
    expect(places[11]).toEqual({ form: 'open', top: 150 })
    expect(places.map(({ form }) => form)).toEqual([...Array<string>(8).fill('folded'), 'compact', 'compact', 'compact', 'open'])
    expect(places[8]?.top).toBeGreaterThanOrEqual(SPACING.row + SPACING.gap)
  })

  it('whatever their sizes: what is shown is apart and in order, the active one open beside its line', () => {
    const random = new Random(11)
    for (let round = 0; round < 500; round++) {
      let anchor = 90
      const notes = Array.from({ length: 25 }, (_, index) => {
        anchor += random.below(70)
        return { ...note(String(index), anchor, 70 + random.below(160)), busy: random.chance(0.05) }
      })
      const active = random.chance(0.8) ? String(random.below(25)) : null
      const places = placeNotes(notes, active, SPACING)
      let free = places.some(({ form }) => form === 'folded') ? SPACING.row + SPACING.gap : 0
      for (const [index, { form, top }] of places.entries()) {
        const { key, height, busy } = notes[index] ?? note('', 0)
        if (form === 'folded') continue
        expect(top).toBeGreaterThanOrEqual(free - 1e-9)
        free = top + (form === 'open' ? height : SPACING.compact) + SPACING.gap
        if (key === active) expect({ form, top }).toEqual({ form: 'open', top: notes[index]?.anchor })
        if (busy) expect(form).toBe('open')
      }
    }
  })
})
