/** What people may ask of the meeting; `command-rights.ts` says who, `reduce.ts` what comes of it. */
import type { MaterialId, PersonId } from '../ids'
import type { Roster, Unit } from './agenda'
import type { AttendanceStatus } from './attendance'
import type { RecordStage } from './meeting-state'

/** Bound to an order: refused as `stale` where somebody else was faster. */
export type OrderedCommand =
  /** 开始签到 */
  | { kind: 'gather' }
  | { kind: 'start' }
  | { kind: 'next'; unit: Unit }
  | { kind: 'back'; unit: Unit }
  | { kind: 'goTo'; item: string; turn: string }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'end' }
  /** `before` null: to the end. */
  | { kind: 'addItem'; title: string; minutes: number; before: string | null }
  | { kind: 'changeItem'; item: string; title: string; minutes: number }
  | { kind: 'moveItem'; item: string; before: string | null }
  | { kind: 'moveTurn'; item: string; turn: string; before: string | null }
  | { kind: 'removeItem'; item: string }
  | { kind: 'setQuorum'; needs: number; of: number }
  | { kind: 'present'; material: MaterialId }
  | { kind: 'withdraw' }
  | { kind: 'setRecord'; stage: RecordStage }

/** The same whenever it is said: two people may say it at once. */
export type FreeCommand =
  | { kind: 'attend'; person: PersonId; status: AttendanceStatus; reason: string }
  | { kind: 'expect'; person: PersonId; expected: boolean }
  /** The speaker lets their own material be shown. */
  | { kind: 'consent'; given: boolean }

export type Command = OrderedCommand | FreeCommand

/** What the server itself says: who belongs to the meeting now. */
export interface Enrol {
  kind: 'enrol'
  roster: Roster
}

/** One thing done, as it is kept. */
export interface MeetingAct {
  at: number
  /** Null: the server. */
  actor: PersonId | null
  command: Command | Enrol
  /** `present`: the approved version, looked up by the server. */
  version?: { version: number; hash: string }
}

export const REFUSALS = [
  /** Given for an older state: look and decide again. */
  'stale',
  'not-allowed',
  /** Makes no sense as things stand. */
  'impossible',
  'not-approved',
  'no-consent',
  /** The record is locked. */
  'locked',
  'malformed',
  /** The server cannot keep it now; nothing was changed. */
  'unavailable',
] as const
export type Refusal = (typeof REFUSALS)[number]

export function isFree(command: Command | Enrol): command is FreeCommand | Enrol {
  return command.kind === 'attend' || command.kind === 'expect' || command.kind === 'consent' || command.kind === 'enrol'
}
