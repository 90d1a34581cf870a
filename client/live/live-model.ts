/** The meeting as this page has heard of it. Pure: a message in, the next model out; what did not change keeps its identity. */
import type { MeetingId, PersonId } from '../../shared/ids'
import type { Participant } from '../../shared/live/command-rights'
import { type MeetingState, speakerOf } from '../../shared/live/meeting-state'
import { presides } from '../../shared/live/command-rights'
import type { MeetingPerson, PresentedText, ServerMessage, SpeakerPlace, Whereabouts } from '../../shared/live/messages'
import type { Line, RecordState } from '../../shared/live/record'

export interface LiveModel {
  meeting: MeetingId
  title: string
  /** Server's clock minus this device's. */
  clockOffsetMs: number
  you: Participant
  people: ReadonlyMap<PersonId, MeetingPerson>
  state: MeetingState
  record: RecordState
  text: PresentedText | null
  place: SpeakerPlace | null
  here: ReadonlyMap<PersonId, Whereabouts>
  projectors: number
}

/** @param now this device's clock. Null in and out: nothing makes sense before the welcome. */
export function received(model: LiveModel | null, message: ServerMessage, now: number): LiveModel | null {
  if (message.type === 'welcome') {
    return {
      meeting: message.meeting,
      title: message.title,
      clockOffsetMs: message.now - now,
      you: message.you,
      people: byPerson(message.people),
      state: message.state,
      record: message.record,
      text: message.text,
      place: message.place,
      here: byPerson(message.here),
      projectors: message.projectors,
    }
  }
  return model === null ? null : changed(model, message, now)
}

function changed(model: LiveModel, message: Exclude<ServerMessage, { type: 'welcome' }>, now: number): LiveModel {
  switch (message.type) {
    case 'state':
      return { ...model, state: message.state, clockOffsetMs: message.now - now }
    case 'people':
      return { ...model, people: byPerson(message.people) }
    case 'text':
      return { ...model, text: message.text }
    case 'place':
      return { ...model, place: message.place }
    case 'here': {
      const here = new Map([...model.here, ...byPerson(message.changed)])
      for (const person of message.gone) here.delete(person)
      return { ...model, here }
    }
    case 'projectors':
      return { ...model, projectors: message.count }
    case 'lines':
      return { ...model, record: { ...model.record, lines: withLines(model.record.lines, message.lines) } }
    case 'replies': {
      const told = new Set(message.replies.map(({ person }) => person))
      const replies = [...model.record.replies.filter(({ person }) => !told.has(person)), ...message.replies]
      return { ...model, record: { ...model.record, replies } }
    }
    case 'record':
      return { ...model, record: message.record }
    case 'done':
    case 'refused':
      return model
  }
}

function withLines(lines: readonly Line[], told: readonly Line[]): Line[] {
  const news = new Map(told.map((line) => [line.id, line]))
  const kept = lines.map((line) => {
    const next = news.get(line.id)
    news.delete(line.id)
    return next ?? line
  })
  return [...kept, ...news.values()]
}

function byPerson<T extends { person: PersonId }>(list: readonly T[]): ReadonlyMap<PersonId, T> {
  return new Map(list.map((one) => [one.person, one]))
}

/** Whether the room follows this page's person: the speaker, or whoever presides where the turn names nobody. */
export function leads({ state, you }: Pick<LiveModel, 'state' | 'you'>): boolean {
  if (state.position === null || state.phase === 'ended') return false
  const speaker = speakerOf(state)
  return speaker === null ? presides(you) : speaker === you.person
}
