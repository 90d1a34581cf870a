/**
 * Rights as requests meet them: the table of `shared/access` over what the records say now. What a person may know nothing
 * about is NOT_FOUND, word for word like what does not exist; FORBIDDEN is only for what they can see.
 */
import { type Ability, atLeast } from '../../shared/access/ability'
import { type Actor, abilityOn, type MaterialFacts } from '../../shared/access/can'
import type { MeetingRole } from '../../shared/access/roles'
import { AppError } from '../../shared/errors'
import type { MaterialId, MeetingId, PersonId } from '../../shared/ids'
import type { MaterialRecord, MeetingRecord, Records } from '../ports/records'

export interface MaterialInSight {
  material: MaterialRecord
  meeting: MeetingRecord
  facts: MaterialFacts
  actor: Actor
  ability: Ability
}

export function factsOf(material: MaterialRecord, meeting: MeetingRecord): MaterialFacts {
  return {
    kind: material.kind,
    state: material.state,
    owner: material.owner,
    openedTo: material.openedTo,
    membersMayRead: meeting.membersReadApproved,
    draftersDecide: meeting.draftersDecide,
    // What is presented is the approved version (`versions.ts`), told over `/live`: no right to the document and its history.
    presentedNow: false,
  }
}

/** Null: there is no such material. */
export async function lookAt(records: Records, id: MaterialId, person: PersonId): Promise<MaterialInSight | null> {
  const material = await records.materials.get(id)
  if (material === null) return null
  const meeting = await records.meetings.get(material.meeting)
  if (meeting === null) return null
  const membership = await records.members.get(meeting.id, person)
  const facts = factsOf(material, meeting)
  const actor = { person, roles: membership?.roles ?? [] }
  return { material, meeting, facts, actor, ability: abilityOn(facts, actor) }
}

export async function materialInSight(
  records: Records,
  id: MaterialId,
  person: PersonId,
  need: Ability = 'state',
): Promise<MaterialInSight> {
  const seen = await lookAt(records, id, person)
  if (seen === null || seen.ability === 'none') throw new AppError('NOT_FOUND', 'No such material')
  if (!atLeast(seen.ability, need)) throw new AppError('FORBIDDEN', `Needs ${need}, has ${seen.ability}`)
  return seen
}

export interface MeetingInSight {
  meeting: MeetingRecord
  roles: MeetingRole[]
}

export async function meetingInSight(
  records: Records,
  id: MeetingId,
  person: PersonId,
  need?: MeetingRole,
): Promise<MeetingInSight> {
  const meeting = await records.meetings.get(id)
  const membership = meeting === null ? null : await records.members.get(id, person)
  if (meeting === null || membership === null) throw new AppError('NOT_FOUND', 'No such meeting')
  if (need !== undefined && !membership.roles.includes(need)) throw new AppError('FORBIDDEN', `Needs the role ${need}`)
  return { meeting, roles: membership.roles }
}
