/** Records as the interface shows them to one person. */
import { atLeast } from '../../shared/access/ability'
import { type Actor, abilityOn, isHeldByDrafters } from '../../shared/access/can'
import type { MeetingRole } from '../../shared/access/roles'
import { transitionsFor } from '../../shared/access/transitions'
import type { MaterialRecord, MeetingRecord, MembershipRecord, PersonRecord, ProgressRecord } from '../ports/records'
import { factsOf } from './rights'
import type { MaterialView, MeetingView, MemberView } from './shapes'

export function meetingView(meeting: MeetingRecord, roles: MeetingRole[]): MeetingView {
  const { id, kind, title, year, theme, day, place, stage, templateId } = meeting
  return { id, kind, title, year, theme, day, place, stage, templateId, roles }
}

export function memberView({ membership, person }: { membership: MembershipRecord; person: PersonRecord }): MemberView {
  const { id, name, username, color, joinedAt } = person
  return { person: id, name, username, color, joined: joinedAt !== null, post: membership.post, roles: membership.roles }
}

/** Null: the asker may know nothing of it, not even that it is there. */
export function materialView(
  material: MaterialRecord,
  meeting: MeetingRecord,
  actor: Actor,
  progress: ProgressRecord | undefined,
): MaterialView | null {
  const facts = factsOf(material, meeting)
  const ability = abilityOn(facts, actor)
  if (ability === 'none') return null
  const reads = atLeast(ability, 'read')
  const { id, kind, title, owner, state } = material
  return {
    id,
    meeting: meeting.id,
    kind,
    title,
    owner,
    state,
    // A reason speaks of the text, and so does the list of those who were let in: for readers only.
    reason: reads ? material.reason : null,
    openedTo: reads ? material.openedTo : [],
    ability,
    heldByDrafters: isHeldByDrafters(facts, actor) && ability === 'edit',
    transitions: transitionsFor(facts, actor),
    progress:
      progress === undefined ? null : { written: progress.written, total: progress.total, chars: reads ? progress.chars : null },
    suggestions: reads ? (progress?.suggestions ?? 0) : null,
  }
}
