import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween, formatDay, yearUnderReview } from './days'

describe('days', () => {
  it('count across months, leap years and changes of the clock', () => {
    expect(addDays('2024-02-27', 3)).toBe('2024-03-01')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-01-18', '2026-01-12')).toBe(-6)
  })

  it('are the person’s own day, not that of Greenwich', () => {
    expect(dayOf(new Date(2026, 0, 9, 0, 30))).toBe('2026-01-09')
  })

  it('are written in the person’s language', () => {
    expect(formatDay('2024-01-18', 'zh-CN')).toBe('2024年1月18日')
    expect(formatDay('2024-01-18', 'en')).toBe('January 18, 2024')
  })

  it('belong to the year before when the meeting is held early in the year', () => {
    expect(yearUnderReview('2024-01-18')).toBe(2023)
    expect(yearUnderReview('2024-12-20')).toBe(2024)
  })
})
