/** Days as `YYYY-MM-DD`, without time zones: a meeting's day is the same day for everyone in the building. */
const DAY_MS = 86_400_000

export function dayOf(date: Date): string {
  const part = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`
}

export function addDays(day: string, days: number): string {
  return new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS)
}

/** 2024年1月18日 · 18 January 2024 */
export function formatDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(utc(day))
}

/** The year a meeting is about: those held before April look back on the year before. */
export function yearUnderReview(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month <= 3 ? year - 1 : year
}

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
