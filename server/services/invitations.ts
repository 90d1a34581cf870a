/** Single-use links with which a person sets a password. Only a hash of the link is kept; it lives for 72 hours. */
import { AppError } from '../../shared/errors'
import type { MeetingId, PersonId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import { hashOf, newToken } from '../platform/random'
import type { AccountsPort } from '../ports/accounts'
import type { InvitationRecord, PersonRecord, Records } from '../ports/records'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { meetingInSight } from './rights'
import type { InvitationLook, InvitationView } from './shapes'

const LIFETIME_MS = 72 * 60 * 60_000

export interface InvitationsOptions {
  records: Records
  accounts: AccountsPort
  audit: Audit
  clock: Clock
}

export class Invitations {
  readonly #options: InvitationsOptions

  constructor(options: InvitationsOptions) {
    this.#options = options
  }

  /** Makes links, one a person; `baseUrl` is the address the asker reached us at. */
  async issue(
    people: readonly { person: PersonRecord; post: string }[],
    asker: Asker | null,
    baseUrl: string,
  ): Promise<InvitationView[]> {
    const { records, audit, clock } = this.#options
    const issued: InvitationView[] = []
    for (const { person, post } of people) {
      const token = newToken()
      const now = clock.now()
      const createdBy = asker?.person ?? null
      await records.transaction((inside) =>
        inside.invitations.replace({ tokenHash: hashOf(token), person: person.id, createdBy, expiresAt: now + LIFETIME_MS }, now),
      )
      await audit.record(asker, 'invitation.issue', `person ${person.id}`)
      const { id, name, username } = person
      issued.push({ person: id, name, username, post, url: `${baseUrl}/invite/${token}` })
    }
    return issued
  }

  /** A new link for one person of the asker's meeting. Whoever could reset an administrator's password would be one. */
  async invite(asker: Asker, meeting: MeetingId, id: PersonId, baseUrl: string): Promise<InvitationView> {
    const { records } = this.#options
    await meetingInSight(records, meeting, asker.person, 'office')
    const membership = await records.members.get(meeting, id)
    const person = await records.people.get(id)
    if (membership === null || person === null) throw new AppError('NOT_FOUND', 'No such member')
    if (person.adminRoles.length > 0 && person.id !== asker.person && !asker.adminRoles.includes('securityAdmin')) {
      throw new AppError('FORBIDDEN', 'An administrator is invited by the security administrator')
    }
    const [invitation] = await this.issue([{ person, post: membership.post }], asker, baseUrl)
    if (invitation === undefined) throw new Error('No invitation was made')
    return invitation
  }

  async look(token: string): Promise<InvitationLook> {
    const { records } = this.#options
    const { person } = await this.#valid(token)
    const meetings = await records.meetings.of(person.id)
    const first = meetings[0]
    const membership = first === undefined ? null : await records.members.get(first.meeting.id, person.id)
    const team = (await records.team.name()) ?? ''
    return { name: person.name, username: person.username, post: membership?.post ?? '', team }
  }

  /** Sets the password and spends the link, in that order of checking: a weak password costs no link. */
  async accept(token: string, password: string): Promise<PersonRecord> {
    const { records, accounts, audit, clock } = this.#options
    const { person, invitation } = await this.#valid(token)
    accounts.assertStrong(password, person.username)
    if (!(await records.invitations.spend(invitation.tokenHash, clock.now()))) throw new AppError('LINK_SPENT')
    await accounts.setPassword(person, password)
    await records.people.markJoined(person.id, clock.now())
    await records.lockouts.clear(person.username)
    await audit.record({ person: person.id, name: person.name, adminRoles: [] }, 'invitation.accept', `person ${person.id}`)
    return person
  }

  async #valid(token: string): Promise<{ person: PersonRecord; invitation: InvitationRecord }> {
    const { records, clock } = this.#options
    const invitation = await records.invitations.get(hashOf(token))
    if (invitation === null) throw new AppError('NOT_FOUND', 'No such link')
    if (invitation.spentAt !== null || invitation.expiresAt <= clock.now()) throw new AppError('LINK_SPENT')
    const person = await records.people.get(invitation.person)
    if (person === null) throw new AppError('NOT_FOUND', 'No such link')
    return { person, invitation }
  }
}
