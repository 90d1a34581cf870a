/**
 * What a projector gets: nothing here has a field for a draft, a suggestion, a comment, a caret, a criticism or a notification. The
 * server's projector feed takes these types and no others.
 */
import type { PersonId } from '../ids'
import type { Block } from '../schema/blocks'
import { currentPlace, itemElapsedMs, itemProgress, type MeetingState, type Phase } from './meeting-state'
import type { ItemKind, Step } from './agenda'
import { countHeads } from './attendance'
import type { MeetingPerson, SpeakerPlace, TextPlace } from './messages'

export interface ProjectorAgendaItem {
  title: string
  kind: ItemKind
  progress: 'done' | 'current' | 'ahead'
  /** Spent on it so far, without the running time. */
  spentMs: number
  minutes: number
}

export interface ProjectorView {
  title: string
  phase: Phase
  agenda: ProjectorAgendaItem[]
  /** Index into `agenda`; null before the start. */
  item: number | null
  /** 2 / 5: which speaker of the item, counted from 1. */
  turn: number
  turns: number
  step: Step | null
  speaker: { name: string; color: number } | null
  timer: {
    spentMs: number
    /** By the server's clock; null: it stands. */
    runningSince: number | null
    minutes: number
  }
  attendance: { expected: number; present: number; reached: boolean }
  /** First characters of those present, for the row of heads. */
  heads: { initial: string; color: number }[]
}

export interface ProjectorText {
  hash: string
  blocks: Block[]
}

export type ProjectorPlace = Pick<TextPlace, 'block' | 'offset'>

export type ProjectorMessage =
  | { type: 'view'; now: number; view: ProjectorView }
  | { type: 'text'; text: ProjectorText | null }
  | { type: 'place'; place: ProjectorPlace | null }

/** Its only words, and its first: the code. */
export interface ProjectorHello {
  type: 'code'
  code: string
}

/** Unambiguous to read out and to type: no 0 O 1 I L. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const CODE_LENGTH = 8

/** As typed by a person: spaces, hyphens and small letters are forgiven. Null: cannot be a code. */
export function readCode(typed: string): string | null {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  const known = [...code].every((char) => CODE_ALPHABET.includes(char))
  return code.length === CODE_LENGTH && known ? code : null
}

export function projectorView(title: string, state: MeetingState, people: ReadonlyMap<PersonId, MeetingPerson>): ProjectorView {
  const place = currentPlace(state)
  const speaker = place?.turn.person ? people.get(place.turn.person) : undefined
  const { expected, present, reached } = countHeads(state.attendance, state.quorum)
  const here = state.attendance.flatMap((one) => (one.status === 'present' ? (people.get(one.person) ?? []) : []))
  return {
    title,
    phase: state.phase,
    agenda: state.items.map((item) => ({
      title: item.title,
      kind: item.kind,
      progress: itemProgress(state, item),
      spentMs: itemElapsedMs(state, item, state.runningSince ?? 0),
      minutes: item.minutes,
    })),
    item: place === null ? null : state.items.indexOf(place.item),
    turn: place === null ? 0 : place.item.turns.indexOf(place.turn) + 1,
    turns: place?.item.turns.length ?? 0,
    step: place === null ? null : (state.position?.step ?? null),
    speaker: speaker === undefined ? null : { name: speaker.name, color: speaker.color },
    timer: { spentMs: place?.turn.spentMs ?? 0, runningSince: state.runningSince, minutes: place?.item.minutes ?? 0 },
    attendance: { expected, present, reached },
    heads: here.map(({ name, color }) => ({ initial: [...name][0] ?? '', color })),
  }
}

/** The anchor resolved: what stands in the place beside it is not for the room. */
export function projectorPlace(place: SpeakerPlace | null): ProjectorPlace | null {
  return place === null ? null : { block: place.block, offset: place.offset }
}
