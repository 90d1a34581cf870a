/** What the page lets one do to the text, and the sentence that says why where that is less than writing. */
import { type Ability, atLeast } from '../../../shared/access/ability'
import type { MaterialKind, MaterialState } from '../../../shared/model/material-state'
import type { Status } from '../../collab/status'

/** 编辑 · 阅读 */
export type Mode = 'edit' | 'read'

export interface RightsFacts {
  kind: MaterialKind
  state: MaterialState
  isMine: boolean
  /** What the interface said when the page was loaded; the live session knows better. */
  ability: Ability
}

/** Key under `workspace.readOnly`; null: one may write. */
export type ReadOnlyReason =
  | 'submittedMine'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'presented'
  | 'archived'
  | 'opened'
  | 'other'
  | null

/** The server's word of this moment, else the last one known: without network the person goes on writing. */
function abilityNow(status: Status, known: Ability): Ability {
  return status.kind === 'live' ? status.ability : known
}

/** Writing goes on while offline; a refusal ends it, since nothing typed from then on would ever arrive. */
export function mayWrite(status: Status, known: Ability): boolean {
  return status.kind !== 'refused' && atLeast(abilityNow(status, known), 'edit')
}

export function readOnlyReason(status: Status, facts: RightsFacts): ReadOnlyReason {
  if (status.kind === 'refused' || mayWrite(status, facts.ability)) return null
  switch (facts.state) {
    case 'submitted':
      return facts.isMine ? 'submittedMine' : 'submitted'
    case 'returned':
      return facts.isMine ? 'other' : 'returned'
    case 'draft':
      return facts.kind === 'individual' && !facts.isMine ? 'opened' : 'other'
    case 'approved':
    case 'presented':
    case 'archived':
      return facts.state
  }
}
