import { describe, expect, it } from 'vitest'
import type { PersonId } from '../ids'
import { type AdminCandidate, adminFault } from './admins'
import type { AdminRole } from './roles'

const person = (name: string, adminRoles: AdminRole[], facts: Partial<AdminCandidate> = {}): AdminCandidate => ({
  person: name as PersonId,
  adminRoles,
  isOffice: false,
  joined: true,
  ...facts,
})
const ALL: AdminRole[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']

describe('handing out the three admin roles', () => {
  it('lets one person hold all three beside office, where they need not be apart', () => {
    expect(adminFault([person('方', ALL, { isOffice: true })], false)).toBeNull()
    expect(adminFault([person('方', ALL)], true)).toBe('together')
  })

  it('wants three people who run no meeting, where they are to be apart', () => {
    const three = [person('甲', ['systemAdmin']), person('乙', ['securityAdmin']), person('丙', ['auditAdmin'])]
    expect(adminFault(three, true)).toBeNull()
    expect(adminFault([...three, person('丁', ['auditAdmin'], { isOffice: true })], true)).toBe('together')
    expect(adminFault([...three, person('丁', [], { isOffice: true })], true)).toBeNull()
  })

  it('never leaves a role without somebody who can sign in', () => {
    expect(adminFault([person('甲', ['systemAdmin', 'auditAdmin'])], false)).toBe('unheld')
    expect(
      adminFault([person('甲', ['systemAdmin', 'auditAdmin']), person('乙', ['securityAdmin'], { joined: false })], false),
    ).toBe('unheld')
  })
})
