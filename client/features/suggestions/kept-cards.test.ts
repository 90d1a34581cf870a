import { expect, it } from 'vitest'
import type { PersonId } from '../../../shared/ids'
import type { PlacedCard } from '../../editor/suggesting/cards-in'
import { keptCards, keptSnapshots } from './kept-cards'

const card = (id: string, from: number, inserted = '字'): PlacedCard => ({
  id,
  author: 'wang' as PersonId,
  inserted,
  deleted: '',
  retype: null,
  changes: [],
  from,
  to: from + 1,
  block: 0,
})

it('is the same list while suggestions only move', () => {
  const before = [card('a', 1), card('b', 9)]
  expect(keptCards(before, [card('a', 2), card('b', 10)])).toBe(before)
})

it('changes only the card whose words changed', () => {
  const before = [card('a', 1), card('b', 9)]
  const after = keptCards(before, [card('a', 1), card('b', 9, '字句')])
  expect(after).not.toBe(before)
  expect(after[0]).toBe(before[0])
  expect(after[1]?.inserted).toBe('字句')
})

it('follows what comes, goes and changes its place among the others', () => {
  const before = [card('a', 1), card('b', 9)]
  expect(keptCards(before, [card('b', 1), card('a', 9)]).map(({ id }) => id)).toEqual(['b', 'a'])
  expect(keptCards(before, [card('b', 9)]).map(({ id }) => id)).toEqual(['b'])
})

it('gives the same snapshot until something in it changes', () => {
  let now = { cards: [card('a', 1)], active: null as string | null, mode: 'edit' as const, view: 'marks' as const }
  const get = keptSnapshots({ getSnapshot: () => now })
  const first = get()
  now = { ...now, cards: [card('a', 5)] }
  expect(get()).toBe(first)
  now = { ...now, active: 'a' }
  expect(get()).toMatchObject({ active: 'a' })
  expect(get().cards).toBe(first.cards)
})
