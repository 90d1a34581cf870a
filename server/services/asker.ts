/** Whoever sends a request: a signed-in person. */
import type { AdminRole } from '../../shared/access/roles'
import type { PersonId } from '../../shared/ids'

export interface Asker {
  person: PersonId
  name: string
  adminRoles: readonly AdminRole[]
}
