/** What waits for a person in a meeting, read from what the interface shows them anyway. */
import type { MaterialId, MeetingId, PersonId } from '../../../shared/ids'
import type { Material, MeetingDetail } from '../../lib/api-types'

interface OfMeeting {
  meeting: MeetingId
  day: string
}
interface OfMaterial extends OfMeeting {
  material: MaterialId
}

export type Todo =
  | (OfMaterial & { kind: 'returned'; title: string; reason: string | null })
  /** `name` null: the collective material. */
  | (OfMaterial & { kind: 'review'; name: string | null })
  | (OfMaterial & { kind: 'suggestions'; title: string; count: number })
  | (OfMaterial & { kind: 'write' | 'collective'; written: number; total: number })
  | (OfMeeting & { kind: 'invite'; names: string[] })

const ORDER: readonly Todo['kind'][] = ['returned', 'review', 'suggestions', 'write', 'collective', 'invite']

export function todosIn(meeting: MeetingDetail, me: PersonId): Todo[] {
  if (meeting.stage === 'archive') return []
  const { id, day, members, materials } = meeting
  const todos = materials.flatMap((material) =>
    [todoOf(material, meeting, me), proposalsIn(material, meeting)].filter((todo) => todo !== null),
  )
  const uninvited = members.filter((member) => !member.joined).map((member) => member.name)
  if (meeting.roles.includes('office') && uninvited.length > 0) todos.push({ kind: 'invite', meeting: id, day, names: uninvited })
  return todos.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/** Proposals wait for whoever may change the text. */
function proposalsIn({ id, title, ability, suggestions }: Material, meeting: MeetingDetail): Todo | null {
  if (ability !== 'edit' || suggestions === null || suggestions === 0) return null
  return { meeting: meeting.id, day: meeting.day, material: id, kind: 'suggestions', title, count: suggestions }
}

function todoOf(material: Material, meeting: MeetingDetail, me: PersonId): Todo | null {
  const at = { meeting: meeting.id, day: meeting.day, material: material.id }
  const { state, transitions } = material
  if (state === 'submitted' && transitions.includes('approve')) {
    const owner = meeting.members.find(({ person }) => person === material.owner)
    return { ...at, kind: 'review', name: owner?.name ?? null }
  }
  // The collective text is everyone's to mend; but it was returned to those who can submit it again.
  if (state === 'returned' && (material.owner === me || transitions.includes('submit'))) {
    return { ...at, kind: 'returned', title: material.title, reason: material.reason }
  }
  if (material.ability !== 'edit' || (state !== 'draft' && state !== 'returned')) return null
  const { written, total } = material.progress ?? { written: 0, total: 0 }
  if (material.kind === 'collective') return { ...at, kind: 'collective', written, total }
  return material.owner === me ? { ...at, kind: 'write', written, total } : null
}
