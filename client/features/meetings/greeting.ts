import type { TFunction } from 'i18next'
import type { Meeting } from '../../lib/api-types'
import { daysBetween } from '../../lib/days'

export function greetingAt(now: Date, name: string, t: TFunction): string {
  const hour = now.getHours()
  const part = hour < 11 ? 'morning' : hour < 13 ? 'noon' : hour < 18 ? 'afternoon' : 'evening'
  return t(`home.greeting.${part}`, { name })
}

/** 有 3 件事等着你，离开会还有 6 天。 The nearest day that has not passed counts. */
export function summaryOf(todos: number, meetings: readonly Meeting[], today: string, t: TFunction): string {
  const first = todos > 0 ? t('home.summary.some', { count: todos }) : t('home.summary.none')
  const [nearest] = meetings
    .map(({ day }) => daysBetween(today, day))
    .filter((days) => days >= 0)
    .sort((a, b) => a - b)
  if (nearest === undefined) return first + t('home.summary.noDay')
  if (nearest === 0) return first + t('home.summary.today')
  if (nearest === 1) return first + t('home.summary.tomorrow')
  return first + t('home.summary.daysLeft', { days: nearest })
}
