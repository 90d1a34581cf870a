/**
 * Following someone through the text, as a machine without a screen: one follows until one scrolls, types or presses Esc, or
 * until the followed person leaves. Jumping to somebody's place is no following: it happens once.
 */
import type { PersonId } from '../../../shared/ids'
import type { PersonHere } from './people'

export type Follow =
  | { kind: 'free' }
  /** The place itself is read from the followed person's presence, never kept here. */
  | { kind: 'following'; person: PersonId; name: string; color: number }
  /** The followed person has left; said until one moves. */
  | { kind: 'lost'; name: string }

export type FollowEvent =
  | { kind: 'follow'; person: PersonHere }
  /** 停止跟随 */
  | { kind: 'stop' }
  /** By the person's own hand: what following scrolls does not count. */
  | { kind: 'scrolled' }
  | { kind: 'typed' }
  | { kind: 'escape' }
  | { kind: 'people'; people: readonly PersonHere[] }

export const FREE: Follow = { kind: 'free' }

export function followReducer(state: Follow, event: FollowEvent): Follow {
  switch (event.kind) {
    case 'follow':
      return mayFollow(event.person) ? following(event.person) : state
    case 'people':
      return state.kind === 'following' ? stillFollowing(state, event.people) : state
    case 'stop':
    case 'scrolled':
    case 'typed':
    case 'escape':
      return state.kind === 'free' ? state : FREE
  }
}

/** Nobody follows oneself, nor someone who follows oneself: two windows would chase each other. */
export function mayFollow(person: PersonHere, me?: PersonId): boolean {
  return !person.isMe && (me === undefined || person.following !== me)
}

function following(person: PersonHere): Follow {
  return { kind: 'following', person: person.id, name: person.name, color: person.color }
}

function stillFollowing(state: Extract<Follow, { kind: 'following' }>, people: readonly PersonHere[]): Follow {
  const me = people.find((person) => person.isMe)
  const target = people.find((person) => person.id === state.person)
  if (!target) return { kind: 'lost', name: state.name }
  return mayFollow(target, me?.id) ? state : FREE
}
