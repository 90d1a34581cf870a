/** The meeting's tables as the query builder sees them. */
import type { Generated } from 'kysely'
import type { MaterialId, MeetingId, PersonId } from '../../shared/ids'
import type { MaterialState } from '../../shared/model/material-state'
import type { VersionKind } from '../../shared/model/version-kind'

export interface LiveTables {
  meeting_events: {
    seq: Generated<number>
    meeting: MeetingId
    at: number
    kind: 'meeting' | 'record'
    act: string
  }
  prepared_criticism: {
    id: string
    meeting: MeetingId
    author: PersonId
    target: PersonId
    aspect: string
    text: string
    updated_at: number
    spoken_as: string | null
  }
  projector_codes: {
    meeting: MeetingId
    code_hash: string
    created_by: PersonId
    created_at: number
    expires_at: number
  }
  material_versions: {
    material: MaterialId
    number: number
    kind: VersionKind
    at: number
    actor: PersonId | null
    hash: string
    blocks: string
    state: Uint8Array
    seq: Generated<number>
    label: Generated<string>
    note: Generated<string>
    writers: Generated<string>
    standing: Generated<MaterialState>
  }
}
