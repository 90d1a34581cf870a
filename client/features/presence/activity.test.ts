import { describe, expect, it } from 'vitest'
import { AWAY_AFTER, EDITING_FOR, type ActivityFacts, activityAt, nextChange } from './activity'

const T = 1_000_000
const facts = (over: Partial<ActivityFacts> = {}): ActivityFacts => ({ typedAt: null, actedAt: T, hidden: false, ...over })

describe('activity', () => {
  it('is viewing for somebody who reads and never typed', () => {
    expect(activityAt(facts(), T + 1_000)).toBe('viewing')
  })

  it('is editing for eight seconds after the last change', () => {
    const typed = facts({ typedAt: T })
    expect(activityAt(typed, T)).toBe('editing')
    expect(activityAt(typed, T + EDITING_FOR - 1)).toBe('editing')
    expect(activityAt(typed, T + EDITING_FOR)).toBe('viewing')
  })

  it('is away in a background tab, whatever was typed a moment ago', () => {
    expect(activityAt(facts({ typedAt: T, hidden: true }), T)).toBe('away')
  })

  it('is away after two minutes without a sign of life, and back with the next one', () => {
    expect(activityAt(facts(), T + AWAY_AFTER - 1)).toBe('viewing')
    expect(activityAt(facts(), T + AWAY_AFTER)).toBe('away')
    expect(activityAt(facts({ actedAt: T + AWAY_AFTER }), T + AWAY_AFTER)).toBe('viewing')
  })

  it('says when to look again: the answer differs then and not a millisecond before', () => {
    for (const start of [facts(), facts({ typedAt: T }), facts({ typedAt: T - 3_000 })]) {
      const wait = nextChange(start, T)
      expect(wait).not.toBeNull()
      expect(activityAt(start, T + (wait ?? 0) - 1)).toBe(activityAt(start, T))
      expect(activityAt(start, T + (wait ?? 0))).not.toBe(activityAt(start, T))
    }
  })

  it('waits for nothing while away: only the person can end that', () => {
    expect(nextChange(facts({ hidden: true }), T)).toBeNull()
    expect(nextChange(facts(), T + AWAY_AFTER)).toBeNull()
  })
})
