import type { Version } from '../../lib/api-types'
import { dayOf } from '../../lib/days'

export interface VersionDay {
  /** `YYYY-MM-DD`, by the clock of whoever looks. */
  day: string
  versions: Version[]
}

/** Versions come with the last first and stay so. */
export function byDay(versions: readonly Version[]): VersionDay[] {
  const days: VersionDay[] = []
  for (const version of versions) {
    const day = dayOf(new Date(version.at))
    const last = days.at(-1)
    if (last?.day === day) last.versions.push(version)
    else days.push({ day, versions: [version] })
  }
  return days
}
