/** The first minute: an empty data folder becomes a team with a first person, who runs the office and, to begin with, is all three admins. */
import { ADMIN_ROLES } from '../../shared/access/roles'
import { AppError } from '../../shared/errors'
import type { MeetingId, PersonId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import { newId } from '../platform/random'
import type { AccountsPort } from '../ports/accounts'
import type { PersonRecord, Records } from '../ports/records'
import type { Audit } from './audit'
import type { Invitations } from './invitations'
import { linesOf, type Meetings } from './meetings'
import type { Sample } from './sample'
import type { InvitationView, SetupInput } from './shapes'
import { chosenTemplate } from './templates'

export interface SetupOptions {
  records: Records
  accounts: AccountsPort
  meetings: Meetings
  sample: Sample
  invitations: Invitations
  audit: Audit
  clock: Clock
}

export class Setup {
  readonly #options: SetupOptions
  #running = false

  constructor(options: SetupOptions) {
    this.#options = options
  }

  async needed(): Promise<boolean> {
    return (await this.#options.records.team.name()) === null
  }

  async run(
    input: SetupInput,
    baseUrl: string,
  ): Promise<{ meeting: MeetingId; invitations: InvitationView[]; person: PersonRecord }> {
    // One at a time: two browsers on an empty folder must not both become its first person.
    if (this.#running || !(await this.needed())) throw new AppError('ALREADY_SET_UP')
    this.#running = true
    try {
      return await this.#run(input, baseUrl)
    } finally {
      this.#running = false
    }
  }

  async #run(
    input: SetupInput,
    baseUrl: string,
  ): Promise<{ meeting: MeetingId; invitations: InvitationView[]; person: PersonRecord }> {
    const { accounts, meetings, sample, invitations, audit, clock } = this.#options
    // Everything that can be wrong with the input is found before the first row is written.
    accounts.assertStrong(input.password, input.name)
    if (!input.sample) {
      if (input.meeting === undefined) throw new AppError('INVALID_INPUT', 'A meeting is needed', { field: 'meeting' })
      chosenTemplate(input.meeting.templateId)
      linesOf(input.meeting.members ?? '')
    }
    const at = clock.now()
    const person: PersonRecord = {
      id: newId<PersonId>(),
      name: input.name,
      username: input.name,
      color: 0,
      adminRoles: [...ADMIN_ROLES],
      joinedAt: at,
    }
    // The account first: should the rest fail, the page is there again and the next attempt takes the account over.
    await accounts.setPassword(person, input.password)
    const organiser = { person, post: input.post ?? '' }
    const { meeting, toInvite } =
      input.sample || input.meeting === undefined
        ? await sample.load({ organiser, founding: input.team })
        : await meetings.make(
            { kind: 'democraticLifeMeeting', theme: '', place: '', members: '', ...input.meeting },
            organiser,
            input.team,
          )
    const asker = { person: person.id, name: person.name, adminRoles: person.adminRoles }
    await audit.record(asker, 'setup.run', `meeting ${meeting}`)
    return { meeting, invitations: await invitations.issue(toInvite, asker, baseUrl), person }
  }
}
