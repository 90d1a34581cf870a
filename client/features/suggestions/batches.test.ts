import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../shared/ids'
import { byPerson, bySection, countBySection } from './batches'

const card = (id: string, author: string, from: number) => ({ id, author: author as PersonId, from })
const section = (id: string, pos: number) => ({ id, number: '', text: id, pos })

const CARDS = [card('1', 'wang', 3), card('2', 'zhao', 12), card('3', 'zhao', 25), card('4', 'zhao', 20)]
const SECTIONS = [section('part', 10), section('aspect', 20)]

describe('batches', () => {
  it('of a person, the busiest first', () => {
    expect(byPerson(CARDS)).toEqual([
      { author: 'zhao', ids: ['2', '3', '4'] },
      { author: 'wang', ids: ['1'] },
    ])
  })

  it('of a section, in the order of the text, what stands before the first heading included', () => {
    expect(bySection(CARDS, SECTIONS).map(({ section, ids }) => [section?.id ?? null, ids])).toEqual([
      [null, ['1']],
      ['part', ['2']],
      ['aspect', ['3', '4']],
    ])
  })

  it('counted for the outline', () => {
    expect([...countBySection(CARDS, SECTIONS)]).toEqual([
      ['part', 1],
      ['aspect', 2],
    ])
  })
})
