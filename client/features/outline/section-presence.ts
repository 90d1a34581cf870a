/** Who is in which section, for the small avatars on the outline. */
import type { PersonId } from '../../../shared/ids'
import type { Activity } from '../../../shared/wire/awareness'

/** What the outline needs to know of a person in this material. */
export interface Visitor {
  id: PersonId
  name: string
  color: number
  activity: Activity
  /** Id of the heading they stand under; null in the preface. */
  section: string | null
}

const ORDER: Record<Activity, number> = { editing: 0, viewing: 1, away: 2 }

/**
 * Those who write come first, those who went away last. A section that is no longer in the text has no entry: its people show
 * again with their next move. `null` is the preface.
 */
export function visitorsBySection(
  sections: readonly { id: string }[],
  visitors: readonly Visitor[],
): ReadonlyMap<string | null, Visitor[]> {
  const known = new Set<string | null>([null, ...sections.map((section) => section.id)])
  const grouped = new Map<string | null, Visitor[]>()
  for (const visitor of visitors) {
    if (!known.has(visitor.section)) continue
    grouped.set(visitor.section, [...(grouped.get(visitor.section) ?? []), visitor])
  }
  for (const group of grouped.values()) group.sort((a, b) => ORDER[a.activity] - ORDER[b.activity])
  return grouped
}

/** Whether the outline would show the same people at the same places. */
export function sameVisitors(some: readonly Visitor[], others: readonly Visitor[]): boolean {
  const keys = ['id', 'name', 'color', 'activity', 'section'] as const
  return some.length === others.length && some.every((one, index) => keys.every((key) => one[key] === others[index]?.[key]))
}
