/** The three admin roles (三员): who holds which, and whether they must be different people. The security administrator hands them out. */
import { adminFault } from '../../shared/access/admins'
import { ADMIN_ROLES, type AdminRole } from '../../shared/access/roles'
import { AppError } from '../../shared/errors'
import type { PersonId } from '../../shared/ids'
import type { Records } from '../ports/records'
import type { Asker } from './asker'
import type { Audit } from './audit'
import type { AdminsView } from './shapes'

interface AdminsOptions {
  records: Records
  audit: Audit
}

interface Assignment {
  apart: boolean
  /** Whoever is not named holds none. */
  holders: readonly { person: PersonId; adminRoles: readonly AdminRole[] }[]
}

const FAULTS = { unheld: 'ROLE_UNHELD', together: 'ROLES_TOGETHER' } as const

export class Admins {
  readonly #options: AdminsOptions

  constructor(options: AdminsOptions) {
    this.#options = options
  }

  async get(asker: Asker): Promise<AdminsView> {
    await this.#mustBeSecurityAdmin(asker)
    return viewOf(this.#options.records)
  }

  /** All at once: taking roles apart moves several, and no state between would be allowed. */
  async assign(asker: Asker, { apart, holders }: Assignment): Promise<AdminsView> {
    await this.#mustBeSecurityAdmin(asker)
    const wanted = new Map(
      holders.map(({ person, adminRoles }) => [person, ADMIN_ROLES.filter((role) => adminRoles.includes(role))]),
    )
    const { view, changed } = await this.#options.records.transaction(async (records) => {
      const before = await records.people.all()
      const people = before.map((person) => ({ ...person, adminRoles: wanted.get(person.id) ?? [] }))
      const candidates = people.map(({ id, joinedAt, ...rest }) => ({ ...rest, person: id, joined: joinedAt !== null }))
      const fault = adminFault(candidates, apart)
      if (fault !== null) throw new AppError(FAULTS[fault])
      const changed = people.filter(({ adminRoles }, index) => adminRoles.join() !== before[index]?.adminRoles.join())
      for (const { id, adminRoles } of changed) await records.people.setAdminRoles(id, adminRoles)
      await records.team.setAdminsApart(apart)
      return { view: await viewOf(records), changed }
    })
    for (const { id, adminRoles } of changed) {
      await this.#options.audit.record(asker, 'admins.assign', `person ${id} ${adminRoles.join(' ')}`.trim())
    }
    await this.#options.audit.record(asker, 'admins.apart', String(apart))
    return view
  }

  async #mustBeSecurityAdmin(asker: Asker): Promise<void> {
    if (asker.adminRoles.includes('securityAdmin')) return
    await this.#options.audit.record(asker, 'admins.assign', 'admins', 'refused')
    throw new AppError('FORBIDDEN', 'Only the security administrator hands out admin roles')
  }
}

async function viewOf({ people, team }: Pick<Records, 'people' | 'team'>): Promise<AdminsView> {
  const all = await people.all()
  return {
    apart: await team.adminsApart(),
    people: all.map(({ id, name, username, color, adminRoles, isOffice, joinedAt }) => {
      return { person: id, name, username, color, adminRoles, isOffice, joined: joinedAt !== null }
    }),
  }
}
