/** The tables as the query builder sees them. JSON columns hold text, booleans 0 or 1. */
import type { Generated } from 'kysely'
import type { MaterialId, MeetingId, PersonId } from '../../shared/ids'
import type { MaterialKind, MaterialState } from '../../shared/model/material-state'
import type { MeetingKind, Stage } from '../../shared/model/meeting'
import type { Decision } from '../../shared/suggestions/decide'
import type { LiveTables } from './live-tables'

export interface PeopleTable {
  id: PersonId
  name: string
  username: string
  username_key: string
  color: number
  admin_roles: string
  joined_at: number | null
  created_at: number
}

export interface MeetingsTable {
  id: MeetingId
  kind: MeetingKind
  title: string
  year: number
  theme: string
  day: string
  place: string
  stage: Stage
  template_id: string
  collective_outline: string
  individual_outline: string
  members_read_approved: number
  drafters_decide: number
  created_at: number
}

export interface MembersTable {
  position: Generated<number>
  meeting: MeetingId
  person: PersonId
  post: string
  roles: string
}

export interface MaterialsTable {
  position: Generated<number>
  id: MaterialId
  meeting: MeetingId
  kind: MaterialKind
  owner: PersonId | null
  title: string
  state: MaterialState
  reason: string | null
  opened_to: string
  created_at: number
  updated_at: number
}

export interface Tables extends LiveTables {
  team: { id: number; name: string; created_at: number; admins_apart: Generated<number> }
  people: PeopleTable
  meetings: MeetingsTable
  meeting_members: MembersTable
  materials: MaterialsTable
  material_progress: {
    material: MaterialId
    written: number
    total: number
    chars: number
    suggestions: number
    computed_at: number
  }
  decisions: {
    id: Generated<number>
    material: MaterialId
    decision: Decision
    reason: string
    decider: PersonId
    at: number
    undone_at: number | null
    suggestions: string
    steps: string
  }
  comment_threads: {
    position: Generated<number>
    id: string
    material: MaterialId
    suggestion: string | null
    quote: string
    resolved_at: number | null
    resolved_by: PersonId | null
  }
  comments: {
    id: Generated<number>
    thread: string
    author: PersonId
    foreign_author: string | null
    at: number
    edited_at: number | null
    text: string
    mentions: string
  }
  comment_reads: { thread: string; person: PersonId; seen: number }
  invitations: {
    token_hash: string
    person: PersonId
    created_by: PersonId | null
    created_at: number
    expires_at: number
    spent_at: number | null
  }
  lockouts: { username_key: string; failures: number; last_failure_at: number; locked_until: number | null }
  session_activity: { session: string; person: PersonId; last_at: number }
  audit: {
    seq: Generated<number>
    at: number
    actor: PersonId | null
    actor_name: string
    action: string
    target: string
    result: 'ok' | 'refused'
  }
}
