/** The left panel's order: the collective material first, then each member's, oneself where one stands in the member list. */
import type { Ability } from '../../../shared/access/ability'
import { atLeast } from '../../../shared/access/ability'
import type { MaterialId, PersonId } from '../../../shared/ids'
import type { MaterialKind, MaterialState } from '../../../shared/model/material-state'

export interface NavMaterial {
  id: MaterialId
  kind: MaterialKind
  title: string
  owner: PersonId | null
  state: MaterialState
  ability: Ability
  progress: { written: number; total: number } | null
  suggestions: number | null
}

export interface NavMember {
  person: PersonId
  name: string
  post: string
  color: number
}

export interface NavRow {
  id: MaterialId
  /** Whose it is; null: everybody's. */
  member: NavMember | null
  title: string
  isMine: boolean
  state: MaterialState
  /** The text may be opened. */
  readable: boolean
  /** Null where nothing is known or nothing is prescribed. */
  progress: { written: number; total: number } | null
  /** How many wait; none where the text may not be read. */
  suggestions: number
}

export function materialGroups(
  materials: readonly NavMaterial[],
  members: readonly NavMember[],
  me: PersonId,
): { collective: NavRow[]; individual: NavRow[] } {
  const order = new Map(members.map((member, index) => [member.person, index]))
  const rank = (material: NavMaterial) => (material.owner === null ? -1 : (order.get(material.owner) ?? members.length))
  const sorted = materials.toSorted((a, b) => rank(a) - rank(b))
  const rows = (kind: MaterialKind) =>
    sorted.filter((material) => material.kind === kind).map((material) => rowOf(material, members, me))
  return { collective: rows('collective'), individual: rows('individual') }
}

function rowOf(material: NavMaterial, members: readonly NavMember[], me: PersonId): NavRow {
  return {
    id: material.id,
    member: members.find((member) => member.person === material.owner) ?? null,
    title: material.title,
    isMine: material.owner === me,
    state: material.state,
    readable: atLeast(material.ability, 'read'),
    progress: material.progress?.total ? material.progress : null,
    suggestions: material.suggestions ?? 0,
  }
}
