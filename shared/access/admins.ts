/** Who may hold the three admin roles (三员): the one rule, for the server that keeps it and the page that explains it. */
import type { PersonId } from '../ids'
import type { AdminRole } from './roles'
import { ADMIN_ROLES } from './roles'

export interface AdminCandidate {
  person: PersonId
  adminRoles: readonly AdminRole[]
  /** Runs a meeting. */
  isOffice: boolean
  /** Has set a password, so that they can act. */
  joined: boolean
}

/**
 * What is wrong with handing the roles out like this: `unheld` a role that nobody who can sign in holds; `together`, where they
 * are to be apart: somebody with two of them, or with one and a meeting to run. Null: nothing.
 */
export function adminFault(candidates: readonly AdminCandidate[], apart: boolean): 'unheld' | 'together' | null {
  const held = new Set(candidates.flatMap(({ adminRoles, joined }) => (joined ? adminRoles : [])))
  if (ADMIN_ROLES.some((role) => !held.has(role))) return 'unheld'
  const isTogether = ({ adminRoles, isOffice }: AdminCandidate) => adminRoles.length > (isOffice ? 0 : 1)
  return apart && candidates.some(isTogether) ? 'together' : null
}
