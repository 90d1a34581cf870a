/**
 * The one place where the meeting's state changes. Pure: times are arguments, so the kept list of acts, run through it again, gives
 * the same state on any day. Who may do what is asked before (`command-rights.ts`).
 */
import type { MaterialId, PersonId } from '../ids'
import { failed, ok, type Result } from '../result'
import { type Position, positionAfter, positionBefore, positionsOf } from './agenda'
import { arrange } from './arrange'
import { countHeads } from './attendance'
import type { FreeCommand, MeetingAct, OrderedCommand, Refusal } from './commands'
import { enrolled } from './enrol'
import { type MeetingState, placeIn, type RecordStage } from './meeting-state'

/** The state after `act`. The very same object: it says nothing new and need not be kept. */
export function reduce(state: MeetingState, act: MeetingAct): Result<MeetingState, Refusal> {
  const { command, actor } = act
  if (state.record === 'locked') return command.kind === 'enrol' ? ok(state) : failed('locked')
  switch (command.kind) {
    case 'enrol':
      return ok(enrolled(state, command.roster))
    case 'attend':
    case 'expect':
    case 'consent':
      return said(state, command, actor, act.at)
    default: {
      const next = ordered(state, command, act)
      return next.ok && next.value !== state ? ok({ ...next.value, revision: state.revision + 1 }) : next
    }
  }
}

function said(state: MeetingState, command: FreeCommand, actor: PersonId | null, at: number): Result<MeetingState, Refusal> {
  if (command.kind === 'consent') return actor === null ? failed('not-allowed') : ok(withConsent(state, actor, command.given))
  const attendee = state.attendance.find(({ person }) => person === command.person)
  if (attendee === undefined) return failed('impossible')
  const changed =
    command.kind === 'expect'
      ? { ...attendee, expected: command.expected }
      : {
          ...attendee,
          status: command.status,
          reason: command.status === 'absent' ? command.reason : '',
          at: whenOf(command, at),
        }
  const same = attendee.expected === changed.expected && attendee.status === changed.status && attendee.reason === changed.reason
  if (same) return ok(state)
  return ok({ ...state, attendance: state.attendance.map((one) => (one === attendee ? changed : one)) })
}

function whenOf({ status }: Extract<FreeCommand, { kind: 'attend' }>, at: number): number | null {
  return status === 'awaited' ? null : at
}

function withConsent(state: MeetingState, person: PersonId, given: boolean): MeetingState {
  if (state.consents.includes(person) === given) return state
  const consents = given ? [...state.consents, person] : state.consents.filter((one) => one !== person)
  const isTheirs = state.presented !== null && ownerOf(state, state.presented.material) === person
  return { ...state, consents, presented: !given && isTheirs ? null : state.presented }
}

/** Whose individual material it is, as far as the agenda knows. */
function ownerOf(state: MeetingState, material: MaterialId): PersonId | null {
  const individual = state.items.filter(({ kind }) => kind === 'individual').flatMap(({ turns }) => turns)
  return individual.find((turn) => turn.material === material)?.person ?? null
}

function ordered(state: MeetingState, command: OrderedCommand, act: MeetingAct): Result<MeetingState, Refusal> {
  const { at } = act
  const isHeld = state.phase === 'running' || state.phase === 'paused'
  switch (command.kind) {
    case 'gather':
      return state.phase === 'planned' ? ok({ ...state, phase: 'gathering' }) : failed('impossible')
    case 'start':
      return start(state, at)
    case 'next':
    case 'back': {
      if (!isHeld || state.position === null) return failed('impossible')
      const step = command.kind === 'next' ? positionAfter : positionBefore
      return move(state, step(state.items, state.position, command.unit), at)
    }
    case 'goTo': {
      const { item, turn } = command
      const target = positionsOf(state.items).find((position) => position.item === item && position.turn === turn)
      return isHeld ? move(state, target ?? null, at) : failed('impossible')
    }
    case 'pause':
      return state.phase === 'running' ? ok({ ...stopClock(state, at), phase: 'paused' }) : failed('impossible')
    case 'resume':
      return resume(state, at)
    case 'end':
      if (!isHeld) return failed('impossible')
      return ok({ ...stopClock(state, at), phase: 'ended', endedAt: at, presented: null })
    case 'setQuorum':
      if (command.needs > command.of) return failed('impossible')
      return ok({ ...state, quorum: { needs: command.needs, of: command.of } })
    case 'present':
      return present(state, command.material, act)
    case 'withdraw':
      return state.presented === null ? failed('impossible') : ok({ ...state, presented: null })
    case 'setRecord':
      return setRecord(state, command.stage)
    default: {
      const arranged = state.phase === 'ended' ? null : arrange(state, command)
      return arranged === null ? failed('impossible') : ok({ ...state, ...arranged })
    }
  }
}

function start(state: MeetingState, at: number): Result<MeetingState, Refusal> {
  const first = positionsOf(state.items)[0]
  if ((state.phase !== 'planned' && state.phase !== 'gathering') || first === undefined) return failed('impossible')
  const countAtStart = countHeads(state.attendance, state.quorum)
  return ok({ ...state, phase: 'running', position: first, startedAt: at, runningSince: at, countAtStart })
}

/** Also after an end pressed too early, as long as the record is open. */
function resume(state: MeetingState, at: number): Result<MeetingState, Refusal> {
  const mayResume = state.phase === 'paused' || (state.phase === 'ended' && state.record === 'open')
  return mayResume ? ok({ ...state, phase: 'running', runningSince: at, endedAt: null }) : failed('impossible')
}

function move(state: MeetingState, to: Position | null, at: number): Result<MeetingState, Refusal> {
  if (to === null) return failed('impossible')
  const stopped = stopClock(state, at)
  const place = placeIn(stopped.items, to)
  // A text stays before the meeting while its speaker is criticised and replies.
  const presented = state.presented?.material === place?.turn.material ? state.presented : null
  return ok({ ...stopped, position: to, presented, runningSince: state.phase === 'running' ? at : null })
}

/** Puts the running time to the turn it was spent on. */
function stopClock(state: MeetingState, at: number): MeetingState {
  if (state.runningSince === null || state.position === null) return state
  const spent = Math.max(0, at - state.runningSince)
  const { item: itemId, turn: turnId } = state.position
  const items = state.items.map((item) => {
    if (item.id !== itemId) return item
    return { ...item, turns: item.turns.map((turn) => (turn.id === turnId ? { ...turn, spentMs: turn.spentMs + spent } : turn)) }
  })
  return { ...state, items, runningSince: null }
}

function present(state: MeetingState, material: MaterialId, { at, version }: MeetingAct): Result<MeetingState, Refusal> {
  const turn = state.items.flatMap(({ turns }) => turns).find((one) => one.material === material)
  if (turn === undefined || state.phase === 'ended') return failed('impossible')
  if (version === undefined) return failed('not-approved')
  const owner = ownerOf(state, material)
  if (owner !== null && !state.consents.includes(owner)) return failed('no-consent')
  const presented = { material, ...version, at }
  const isKnown = state.shown.some((one) => one.material === material && one.version === version.version)
  return ok({ ...state, presented, shown: isKnown ? state.shown : [...state.shown, presented] })
}

function setRecord(state: MeetingState, stage: RecordStage): Result<MeetingState, Refusal> {
  const follows = state.record === 'open' ? stage === 'confirmation' : stage === 'locked' || stage === 'open'
  return follows && state.phase === 'ended' ? ok({ ...state, record: stage }) : failed('impossible')
}

/** What the turn one has just come to shows by itself; null: nothing, or it is shown already. */
export function materialToShow(before: MeetingState, after: MeetingState): MaterialId | null {
  const place = placeIn(after.items, after.position)
  const material = place?.turn.material ?? null
  if (place === null || material === null || after.presented?.material === material) return null
  const isNewTurn = before.position?.item !== after.position?.item || before.position?.turn !== after.position?.turn
  if (place.item.kind !== 'individual') return isNewTurn ? material : null
  const { person } = place.turn
  if (person === null || !after.consents.includes(person)) return null
  return isNewTurn || !before.consents.includes(person) ? material : null
}
