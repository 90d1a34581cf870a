/** The meeting as everyone's page shows it. Changed by `reduce.ts` alone; kept as the list of what was done. */
import type { MaterialId, PersonId } from '../ids'
import { type AgendaItem, type Position, positionsOf, type Turn } from './agenda'
import { type Attendee, DEFAULT_QUORUM, type HeadCount, type Quorum } from './attendance'

/** 未开始 · 签到中 · 进行中 · 暂停 · 已结束 */
export type Phase = 'planned' | 'gathering' | 'running' | 'paused' | 'ended'

export const RECORD_STAGES = ['open', 'confirmation', 'locked'] as const
/** 记录中 · 核对 · 已锁定 */
export type RecordStage = (typeof RECORD_STAGES)[number]

/** An approved version before the meeting. */
export interface Presented {
  material: MaterialId
  /** Number of the version. */
  version: number
  /** SHA-256 of its text, in hex. */
  hash: string
  at: number
}

export interface MeetingState {
  /** Grows with every command that is bound to an order; a command names the one it was given for. */
  revision: number
  phase: Phase
  items: AgendaItem[]
  /** Number of the next item somebody adds. */
  nextItem: number
  /** Null before the start; where it ended, after the end. */
  position: Position | null
  /** Since when the clock of the current turn runs; null: it stands. */
  runningSince: number | null
  startedAt: number | null
  endedAt: number | null
  attendance: Attendee[]
  quorum: Quorum
  /** Who was there when the meeting began. */
  countAtStart: HeadCount | null
  /** Who lets their own material be shown. */
  consents: PersonId[]
  presented: Presented | null
  /** Everything that was shown so far, each version once. */
  shown: Presented[]
  record: RecordStage
}

export const NO_MEETING: MeetingState = {
  revision: 0,
  phase: 'planned',
  items: [],
  nextItem: 1,
  position: null,
  runningSince: null,
  startedAt: null,
  endedAt: null,
  attendance: [],
  quorum: DEFAULT_QUORUM,
  countAtStart: null,
  consents: [],
  presented: null,
  shown: [],
  record: 'open',
}

export interface Place {
  item: AgendaItem
  turn: Turn
}

export function placeIn(items: readonly AgendaItem[], position: Position | null): Place | null {
  const item = items.find(({ id }) => id === position?.item)
  const turn = item?.turns.find(({ id }) => id === position?.turn)
  return item === undefined || turn === undefined ? null : { item, turn }
}

/** Whom the room follows; null: whoever presides. */
export function speakerOf(state: MeetingState): PersonId | null {
  return currentPlace(state)?.turn.person ?? null
}

/** What is on now; null before the start and after the end. */
export function currentPlace(state: MeetingState): Place | null {
  return state.phase === 'ended' ? null : placeIn(state.items, state.position)
}

/** Time spent on `turn` by `now`, the running time included. */
export function elapsedMs(state: MeetingState, item: AgendaItem, turn: Turn, now: number): number {
  const isCurrent = state.position?.item === item.id && state.position.turn === turn.id
  const running = isCurrent && state.runningSince !== null ? Math.max(0, now - state.runningSince) : 0
  return turn.spentMs + running
}

export function itemElapsedMs(state: MeetingState, item: AgendaItem, now: number): number {
  return item.turns.reduce((sum, turn) => sum + elapsedMs(state, item, turn, now), 0)
}

/** How far the meeting is with `item`. */
export function itemProgress(state: MeetingState, item: AgendaItem): 'done' | 'current' | 'ahead' {
  if (state.phase === 'ended') return 'done'
  if (state.position?.item === item.id) return 'current'
  const order = positionsOf(state.items).map((position) => position.item)
  const at = state.position === null ? -1 : order.indexOf(state.position.item)
  return order.indexOf(item.id) < at ? 'done' : 'ahead'
}
