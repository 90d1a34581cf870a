/** A small meeting for tests of the reducer: three members, a supervisor, a recorder. */
import type { MaterialId, PersonId } from '../ids'
import type { Roster } from '../live/agenda'
import type { Command, MeetingAct } from '../live/commands'
import { type MeetingState, NO_MEETING } from '../live/meeting-state'
import { reduce } from '../live/reduce'
import { AGENDAS } from '../templates/agenda'

export const WANG = 'person-wang' as PersonId
export const LI = 'person-li-principal' as PersonId
export const CHEN = 'person-chen' as PersonId
export const ZHOU = 'person-zhou-supervisor' as PersonId
export const SUN = 'person-sun-recorder' as PersonId
export const COLLECTIVE = 'material-collective' as MaterialId
export const materialOf = (person: PersonId) => `material-of-${person}` as MaterialId

export const ROSTER: Roster = {
  people: [
    { person: WANG, roles: ['member'], material: materialOf(WANG) },
    { person: LI, roles: ['principal', 'member'], material: materialOf(LI) },
    { person: CHEN, roles: ['member'], material: materialOf(CHEN) },
    { person: ZHOU, roles: ['supervisor'], material: null },
    { person: SUN, roles: ['recorder'], material: null },
  ],
  collective: COLLECTIVE,
  outline: AGENDAS.democraticLifeMeeting,
}

/** A story: each step must be possible. */
export function told(acts: readonly (Command | MeetingAct)[], from = enrolledMeeting(), at = 1_000_000): MeetingState {
  return acts.reduce<MeetingState>((state, step) => {
    const act: MeetingAct = 'command' in step ? step : { at, actor: LI, command: step }
    const next = reduce(state, act)
    if (!next.ok) throw new Error(`${act.command.kind}: ${next.error}`)
    return next.value
  }, from)
}

export function enrolledMeeting(): MeetingState {
  const made = reduce(NO_MEETING, { at: 0, actor: null, command: { kind: 'enrol', roster: ROSTER } })
  if (!made.ok) throw new Error(made.error)
  return made.value
}
