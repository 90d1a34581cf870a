/** 应到 · 实到 · 请假 · 列席: who is expected, who came, and whether that is enough. */
import type { MeetingRole } from '../access/roles'
import type { PersonId } from '../ids'

export const ATTENDANCE = ['awaited', 'present', 'absent'] as const
/** 未到 · 到会 · 缺席 */
export type AttendanceStatus = (typeof ATTENDANCE)[number]

export interface Attendee {
  person: PersonId
  /** Counts for the quorum; the others sit in (列席). */
  expected: boolean
  status: AttendanceStatus
  /** Why they are absent; empty for those who need not know. */
  reason: string
  /** When they came, or were written down as absent. */
  at: number | null
}

/** `needs` of every `of` who are expected: 2 of 3. */
export interface Quorum {
  needs: number
  of: number
}

export const DEFAULT_QUORUM: Quorum = { needs: 2, of: 3 }

export interface HeadCount {
  expected: number
  /** Of those expected. */
  present: number
  absent: number
  /** Came and are not expected. */
  observing: number
  /** Whether the quorum is reached. */
  reached: boolean
}

export function countHeads(attendance: readonly Attendee[], quorum: Quorum): HeadCount {
  const expected = attendance.filter((one) => one.expected)
  const present = expected.filter((one) => one.status === 'present').length
  return {
    expected: expected.length,
    present,
    absent: expected.filter((one) => one.status === 'absent').length,
    observing: attendance.filter((one) => !one.expected && one.status === 'present').length,
    reached: present * quorum.of >= expected.length * quorum.needs,
  }
}

export function isExpected(roles: readonly MeetingRole[]): boolean {
  return roles.includes('member') || roles.includes('principal')
}
