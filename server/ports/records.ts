/**
 * Everything durable that is not document text. Services speak this, `storage/records` implements it; no query builder is
 * seen above. Times are Unix milliseconds.
 */
import type { AdminRole, MeetingRole } from '../../shared/access/roles'
import type { MaterialId, MeetingId, PersonId } from '../../shared/ids'
import type { MaterialKind, MaterialState } from '../../shared/model/material-state'
import type { MeetingKind, Stage } from '../../shared/model/meeting'
import type { SuggestionCard } from '../../shared/suggestions/cards'
import type { Decision } from '../../shared/suggestions/decide'
import type { UndoStep } from '../../shared/suggestions/undo'
import type { TemplateOutline } from '../../shared/templates/template'
import type { LiveRecords } from './live-records'
import type { CommentRecords } from './comments'

export interface PersonRecord {
  id: PersonId
  name: string
  /** What the person signs in with; unique without regard to case and width. */
  username: string
  /** Index into the person colours. */
  color: number
  adminRoles: AdminRole[]
  /** When they set a password; null: not yet. */
  joinedAt: number | null
}

export interface MeetingRecord {
  id: MeetingId
  kind: MeetingKind
  title: string
  year: number
  theme: string
  /** `YYYY-MM-DD` */
  day: string
  place: string
  stage: Stage
  templateId: string
  /** The meeting's own copies: a template changed later changes no meeting. */
  collectiveOutline: TemplateOutline
  individualOutline: TemplateOutline
  membersReadApproved: boolean
  /** The drafter of a section decides about it; the others suggest there. */
  draftersDecide: boolean
}

export type MeetingChange = Partial<Omit<MeetingRecord, 'id' | 'kind' | 'year' | 'templateId'>>

export interface MembershipRecord {
  meeting: MeetingId
  person: PersonId
  post: string
  roles: MeetingRole[]
}

export interface MaterialRecord {
  id: MaterialId
  meeting: MeetingId
  kind: MaterialKind
  owner: PersonId | null
  title: string
  state: MaterialState
  /** Why it was returned or reopened. */
  reason: string | null
  openedTo: PersonId[]
}

export interface ProgressRecord {
  material: MaterialId
  /** Sections with text. */
  written: number
  total: number
  chars: number
  /** Undecided proposals. */
  suggestions: number
}

/** One act on one or more suggestions. */
export interface DecisionRecord {
  id: number
  material: MaterialId
  decision: Decision
  reason: string
  decider: PersonId
  at: number
  undoneAt: number | null
  /** As they read when they were decided. */
  suggestions: SuggestionCard[]
  /** How to take it back. */
  steps: UndoStep[]
}

export interface InvitationRecord {
  /** SHA-256 of the token: the link itself is nowhere on disk. */
  tokenHash: string
  person: PersonId
  expiresAt: number
  spentAt: number | null
}

export interface LockoutRecord {
  /** The username as typed, normalised; need not belong to anybody. */
  username: string
  failures: number
  lastFailureAt: number
  lockedUntil: number | null
}

export interface SessionActivity {
  session: string
  person: PersonId
  lastAt: number
}

export interface AuditEntry {
  at: number
  /** Null: the system, or somebody unknown. */
  actor: PersonId | null
  actorName: string
  action: string
  target: string
  result: 'ok' | 'refused'
}

export interface TeamRecords {
  /** The team's name; null before set-up. */
  name(): Promise<string | null>
  create(name: string, at: number): Promise<void>
  /** Whether the three admin roles are to be held by different people. */
  adminsApart(): Promise<boolean>
  setAdminsApart(apart: boolean): Promise<void>
}

export interface PeopleRecords {
  create(person: PersonRecord, at: number): Promise<void>
  get(person: PersonId): Promise<PersonRecord | null>
  byUsername(username: string): Promise<PersonRecord | null>
  byName(name: string): Promise<PersonRecord[]>
  /** By name, each with whether they run a meeting. */
  all(): Promise<(PersonRecord & { isOffice: boolean })[]>
  setAdminRoles(person: PersonId, roles: readonly AdminRole[]): Promise<void>
  count(): Promise<number>
  markJoined(person: PersonId, at: number): Promise<void>
}

export interface MeetingRecords {
  create(meeting: MeetingRecord, at: number): Promise<void>
  get(meeting: MeetingId): Promise<MeetingRecord | null>
  change(meeting: MeetingId, change: MeetingChange): Promise<void>
  /** The person's meetings with their roles in each, newest day first. */
  of(person: PersonId): Promise<{ meeting: MeetingRecord; roles: MeetingRole[] }[]>
}

export interface MembershipRecords {
  add(membership: MembershipRecord): Promise<void>
  get(meeting: MeetingId, person: PersonId): Promise<MembershipRecord | null>
  /** In the order they were added. */
  list(meeting: MeetingId): Promise<{ membership: MembershipRecord; person: PersonRecord }[]>
  change(meeting: MeetingId, person: PersonId, change: { post?: string; roles?: MeetingRole[] }): Promise<void>
  remove(meeting: MeetingId, person: PersonId): Promise<void>
}

export interface MaterialRecords {
  create(material: MaterialRecord, at: number): Promise<void>
  get(material: MaterialId): Promise<MaterialRecord | null>
  /** The collective one first, then in the order they were made. */
  list(meeting: MeetingId): Promise<MaterialRecord[]>
  change(
    material: MaterialId,
    change: Partial<Pick<MaterialRecord, 'state' | 'reason' | 'openedTo' | 'title'>>,
    at: number,
  ): Promise<void>
  /** Changes the state only if it still is `from`. @returns whether it was. */
  advance(material: MaterialId, from: MaterialState, to: MaterialState, reason: string | null, at: number): Promise<boolean>
  progress(meeting: MeetingId): Promise<ProgressRecord[]>
  saveProgress(progress: ProgressRecord, at: number): Promise<void>
}

export interface DecisionRecords {
  /** @returns its number. */
  add(decision: Omit<DecisionRecord, 'id' | 'undoneAt'>): Promise<number>
  get(id: number): Promise<DecisionRecord | null>
  /** Newest first. */
  list(material: MaterialId): Promise<DecisionRecord[]>
  /** @returns false if it was undone already. */
  markUndone(id: number, at: number): Promise<boolean>
}

export interface InvitationRecords {
  /** Older links of the same person stop working. */
  replace(
    invitation: { tokenHash: string; person: PersonId; createdBy: PersonId | null; expiresAt: number },
    at: number,
  ): Promise<void>
  get(tokenHash: string): Promise<InvitationRecord | null>
  /** @returns false if somebody else spent it first. */
  spend(tokenHash: string, at: number): Promise<boolean>
}

export interface LockoutRecords {
  get(username: string): Promise<LockoutRecord | null>
  save(lockout: LockoutRecord): Promise<void>
  clear(username: string): Promise<void>
  /** Forgets failures older than `before`. */
  sweep(before: number): Promise<void>
}

export interface SessionRecords {
  get(session: string): Promise<SessionActivity | null>
  touch(activity: SessionActivity): Promise<void>
  of(person: PersonId): Promise<SessionActivity[]>
  idleSince(before: number): Promise<SessionActivity[]>
  remove(session: string): Promise<void>
}

export interface AuditRecords {
  append(entry: AuditEntry): Promise<void>
  /** Newest first. */
  list(options: { before?: number | undefined; limit: number }): Promise<(AuditEntry & { seq: number })[]>
}

export interface Records extends LiveRecords {
  team: TeamRecords
  people: PeopleRecords
  meetings: MeetingRecords
  members: MembershipRecords
  materials: MaterialRecords
  decisions: DecisionRecords
  comments: CommentRecords
  invitations: InvitationRecords
  lockouts: LockoutRecords
  sessions: SessionRecords
  audit: AuditRecords
  /** All or nothing. Inside, use only the records handed in: the outer ones would wait for this to end. */
  transaction<T>(run: (records: Records) => Promise<T>): Promise<T>
}
