/** What the presider's one button does next, so that it can say so. */
import { positionAfter, type Step } from '../../../../shared/live/agenda'
import { type MeetingState, placeIn } from '../../../../shared/live/meeting-state'
import type { PersonId } from '../../../../shared/ids'

export type NextMove =
  | { kind: 'gather' }
  | { kind: 'start' }
  | { kind: 'step'; step: Step }
  | { kind: 'turn'; person: PersonId | null }
  | { kind: 'item' }
  | { kind: 'end' }
  | { kind: 'none' }

export function nextMove(state: MeetingState): NextMove {
  if (state.phase === 'planned') return { kind: 'gather' }
  if (state.phase === 'gathering') return { kind: 'start' }
  if (state.phase === 'ended' || state.position === null) return { kind: 'none' }
  const next = positionAfter(state.items, state.position, 'step')
  if (next === null) return { kind: 'end' }
  if (next.item !== state.position.item) return { kind: 'item' }
  if (next.turn !== state.position.turn) return { kind: 'turn', person: placeIn(state.items, next)?.turn.person ?? null }
  return { kind: 'step', step: next.step }
}
