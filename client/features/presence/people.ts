/** The people in one material, from the presence of every open tab: someone with two tabs is one person. */
import { equalityDeep } from 'lib0/function'
import type { PersonId } from '../../../shared/ids'
import type { Activity, CursorAnchor, Presence, ViewAnchor } from '../../../shared/wire/awareness'

export interface PersonHere {
  id: PersonId
  name: string
  color: number
  activity: Activity
  section: string | null
  cursor: CursorAnchor | null
  view: ViewAnchor | null
  following: PersonId | null
  isMe: boolean
}

const LIVELINESS: Record<Activity, number> = { editing: 2, viewing: 1, away: 0 }

/**
 * One entry a person; of several tabs the liveliest speaks (the lower client id, where they are equal, so that the answer does
 * not flicker). Oneself comes first, the others by name.
 */
export function peopleHere(states: Iterable<readonly [client: number, presence: Presence]>, me: PersonId): PersonHere[] {
  const chosen = new Map<PersonId, PersonHere>()
  for (const [, presence] of [...states].sort(([a], [b]) => a - b)) {
    const person = personOf(presence, me)
    const before = chosen.get(person.id)
    if (!before || LIVELINESS[person.activity] > LIVELINESS[before.activity]) chosen.set(person.id, person)
  }
  return [...chosen.values()].sort((a, b) => Number(b.isMe) - Number(a.isMe) || a.name.localeCompare(b.name, 'zh-Hans-CN'))
}

function personOf(presence: Presence, me: PersonId): PersonHere {
  return {
    id: presence.user.id,
    name: presence.user.name,
    color: presence.user.color,
    activity: presence.activity ?? 'viewing',
    section: presence.section ?? null,
    cursor: presence.cursor ?? null,
    view: presence.view ?? null,
    following: presence.following ?? null,
    isMe: presence.user.id === me,
  }
}

/** Whether both show the same people doing the same in the same sections. */
export function sameFaces(some: readonly PersonHere[], others: readonly PersonHere[]): boolean {
  const keys = ['id', 'name', 'color', 'activity', 'section', 'following'] as const
  return some.length === others.length && some.every((one, index) => keys.every((key) => one[key] === others[index]?.[key]))
}

/** Whether, besides, nobody else's caret or window has moved. Nobody follows oneself. */
export function samePlaces(some: readonly PersonHere[], others: readonly PersonHere[]): boolean {
  return sameFaces(some, others) && some.every((one, index) => one.isMe || isAt(one, others[index]))
}

function isAt(one: PersonHere, other: PersonHere | undefined): boolean {
  return equalityDeep(one.cursor, other?.cursor ?? null) && equalityDeep(one.view, other?.view ?? null)
}
