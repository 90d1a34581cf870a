/** When something was said or done, as people say it beside a name. */
import type { TFunction } from 'i18next'
import { dayOf } from './days'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

export function whenWords(at: number, now: number, language: string, t: TFunction): string {
  const age = now - at
  if (age < MINUTE_MS) return t('app.justNow')
  if (age < HOUR_MS) {
    return new Intl.RelativeTimeFormat(language, { style: 'short' }).format(-Math.floor(age / MINUTE_MS), 'minute')
  }
  const date = new Date(at)
  if (dayOf(date) === dayOf(new Date(now))) return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(date)
  return new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(date)
}
