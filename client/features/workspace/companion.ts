/** What stands beside a material in split view: the collective text and one's own belong together. */
import { type Ability, atLeast } from '../../../shared/access/ability'
import type { PersonId } from '../../../shared/ids'
import type { MaterialKind } from '../../../shared/model/material-state'

interface Candidate {
  kind: MaterialKind
  owner: PersonId | null
  ability: Ability
}

/** The collective text beside a personal one, one's own beside the collective; null where there is none to read. */
export function companionOf<M extends Candidate>(material: M, materials: readonly M[], me: PersonId): M | null {
  const wanted = (other: M) => (material.kind === 'collective' ? other.owner === me : other.kind === 'collective')
  return materials.find((other) => other !== material && wanted(other) && atLeast(other.ability, 'read')) ?? null
}
