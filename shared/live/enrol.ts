/** Brings agenda and attendance in line with who belongs to the meeting; the first time, makes both. */
import { type AgendaItem, agendaFor, type Roster, speakersOf, type Turn, turnOf } from './agenda'
import { type Attendee, isExpected } from './attendance'
import type { MeetingState } from './meeting-state'

/** The very same object: nothing changes. */
export function enrolled(state: MeetingState, roster: Roster): MeetingState {
  const attendance = attendanceOf(state, roster)
  const items = state.items.length === 0 ? agendaFor(roster) : state.items.map((item) => withSpeakers(state, item, roster))
  const unchanged = attendance === state.attendance && items.every((item, index) => item === state.items[index])
  if (unchanged && state.items.length > 0) return state
  const nextItem = state.items.length === 0 ? items.length + 1 : state.nextItem
  return { ...state, attendance, items, nextItem, revision: state.revision + 1 }
}

function attendanceOf({ attendance }: MeetingState, { people }: Roster): Attendee[] {
  const kept = attendance.filter(({ person, status }) => status === 'present' || people.some((one) => one.person === person))
  const added = people.filter(({ person }) => !attendance.some((one) => one.person === person)).map(newAttendee)
  return kept.length === attendance.length && added.length === 0 ? attendance : [...kept, ...added]
}

function newAttendee({ person, roles }: Roster['people'][number]): Attendee {
  return { person, expected: isExpected(roles), status: 'awaited', reason: '', at: null }
}

function withSpeakers(state: MeetingState, item: AgendaItem, roster: Roster): AgendaItem {
  if (item.kind !== 'individual') return item
  const speakers = speakersOf(roster)
  const isHeld = (turn: Turn) => turn.spentMs > 0 || (state.position?.item === item.id && state.position.turn === turn.id)
  const kept = item.turns.filter((turn) => isHeld(turn) || speakers.some(({ person }) => person === turn.person))
  const added = speakers.filter(({ person }) => !item.turns.some((turn) => turn.person === person)).map(turnOf)
  return kept.length === item.turns.length && added.length === 0 ? item : { ...item, turns: [...kept, ...added] }
}
