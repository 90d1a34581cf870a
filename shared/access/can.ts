/**
 * The rights table: who may do what to a material. One pure function, used by the server on every socket message and
 * every request, and by the client to grey out buttons. A row of the table reads as in the product's description; the
 * admin roles appear nowhere because none of them reads a text.
 */
import type { PersonId } from '../ids'
import type { MaterialKind, MaterialState } from '../model/material-state'
import { type Ability, strongest } from './ability'
import type { MeetingRole } from './roles'

/** Who asks: a person and the roles they hold in the material's meeting (none: not part of it). */
export interface Actor {
  person: PersonId
  roles: readonly MeetingRole[]
}

/** What the table needs to know of a material. */
export interface MaterialFacts {
  kind: MaterialKind
  state: MaterialState
  /** The author of an individual material; null for the collective one. */
  owner: PersonId | null
  /** Colleagues to whom the owner opened a draft. */
  openedTo: readonly PersonId[]
  /** The office lets members read each other's approved material. */
  membersMayRead: boolean
  /** The office lets the drafter of a section decide about it; the others may suggest there. */
  draftersDecide: boolean
  /** Shown in the meeting right now, with the speaker's consent. */
  presentedNow: boolean
}

type Row = Partial<Record<MeetingRole, Ability>>

const FINISHED_COLLECTIVE: Row = { principal: 'read', member: 'read', office: 'read', supervisor: 'read' }
const FINISHED_INDIVIDUAL: Row = { principal: 'read', office: 'read', supervisor: 'read' }

const COLLECTIVE: Record<MaterialState, Row> = {
  draft: { principal: 'edit', member: 'edit', office: 'edit' },
  submitted: { principal: 'edit', member: 'suggest', office: 'edit', supervisor: 'suggest' },
  returned: { principal: 'edit', member: 'edit', office: 'edit', supervisor: 'suggest' },
  approved: FINISHED_COLLECTIVE,
  presented: FINISHED_COLLECTIVE,
  archived: FINISHED_COLLECTIVE,
}

const INDIVIDUAL: Record<MaterialState, Row> = {
  draft: { office: 'state' },
  submitted: { principal: 'suggest', office: 'suggest', supervisor: 'suggest' },
  returned: { principal: 'suggest', office: 'suggest', supervisor: 'suggest' },
  approved: FINISHED_INDIVIDUAL,
  presented: FINISHED_INDIVIDUAL,
  archived: FINISHED_INDIVIDUAL,
}

const OWNER: Record<MaterialState, Ability> = {
  draft: 'edit',
  submitted: 'read',
  returned: 'edit',
  approved: 'read',
  presented: 'read',
  archived: 'read',
}

/** The strongest thing `actor` may do to `material` now. */
export function abilityOn(material: MaterialFacts, actor: Actor): Ability {
  if (actor.roles.length === 0) return 'none'
  const row = material.kind === 'collective' ? COLLECTIVE[material.state] : INDIVIDUAL[material.state]
  const granted = actor.roles.map((role) => row[role] ?? 'none')
  if (material.owner === actor.person) granted.push(OWNER[material.state])
  if (isOpenedTo(material, actor)) granted.push('suggest')
  if (isFinished(material.state)) {
    if (material.presentedNow) granted.push('read')
    if (material.membersMayRead && actor.roles.includes('member')) granted.push('read')
  }
  return strongest(granted)
}

/** Whether `actor`, who may edit, may only suggest where somebody else is the drafter. */
export function isHeldByDrafters(material: MaterialFacts, actor: Actor): boolean {
  if (!material.draftersDecide || material.kind !== 'collective') return false
  return !actor.roles.includes('principal') && !actor.roles.includes('office')
}

function isOpenedTo(material: MaterialFacts, actor: Actor): boolean {
  if (material.kind !== 'individual' || material.state !== 'draft') return false
  const mayBeNamed = actor.roles.some((role) => role === 'member' || role === 'principal' || role === 'office')
  return mayBeNamed && material.openedTo.includes(actor.person)
}

function isFinished(state: MaterialState): boolean {
  return state === 'approved' || state === 'presented' || state === 'archived'
}
