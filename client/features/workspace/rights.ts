/** What the page lets one do to the text, and the sentence that says why where that is less than writing. */
import { type Ability, atLeast } from '../../../shared/access/ability'
import type { MaterialKind, MaterialState } from '../../../shared/model/material-state'
import type { Status } from '../../collab/status'

/** 编辑 · 建议 · 阅读 */
export const MODES = ['edit', 'suggest', 'read'] as const
export type Mode = (typeof MODES)[number]

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

/** What the person asked for, as far as they may: whoever may only suggest suggests. */
export function allowedMode(ability: Ability, wanted: Mode): Mode {
  if (wanted === 'read' || !atLeast(ability, 'suggest')) return 'read'
  return atLeast(ability, 'edit') ? wanted : 'suggest'
}

export function modeFor(status: Status, known: Ability, wanted: Mode): Mode {
  return status.kind === 'refused' ? 'read' : allowedMode(abilityNow(status, known), wanted)
}

/** Key under `suggestions.forced`: why what one writes is a suggestion whether one wants it or not; null: it is not so. */
export function forcedToSuggest(status: Status, facts: RightsFacts): 'submitted' | 'opened' | 'other' | null {
  if (mayWrite(status, facts.ability) || modeFor(status, facts.ability, 'edit') !== 'suggest') return null
  if (facts.state === 'submitted') return 'submitted'
  return facts.state === 'draft' && facts.kind === 'individual' ? 'opened' : 'other'
}

export function readOnlyReason(status: Status, facts: RightsFacts): ReadOnlyReason {
  if (status.kind === 'refused' || modeFor(status, facts.ability, 'edit') !== 'read') return null
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
