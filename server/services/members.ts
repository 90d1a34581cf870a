/** Members of a meeting and their roles. Whatever changes here may change rights, so every open material is looked at again. */
import type { MeetingRole } from '../../shared/access/roles'
import { AppError } from '../../shared/errors'
import type { MaterialId, MeetingId, PersonId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import type { HallPort } from '../ports/hall'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { UpdateLog } from '../ports/update-log'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { emptyEnrolment, planIndividual, planPeople, writeEnrolment, writes } from './enrolment'
import type { Invitations } from './invitations'
import { linesOf } from './meetings'
import { meetingInSight } from './rights'
import type { InvitationView, MemberView } from './shapes'
import { memberView } from './views'

export interface MembersOptions {
  records: Records
  updateLog: UpdateLog
  rooms: Pick<RoomsPort, 'reconsider'>
  hall: Pick<HallPort, 'reconsider'>
  invitations: Invitations
  audit: Audit
  clock: Clock
}

export class Members {
  readonly #options: MembersOptions

  constructor(options: MembersOptions) {
    this.#options = options
  }

  async add(asker: Asker, id: MeetingId, text: string, baseUrl: string): Promise<InvitationView[]> {
    const { records, updateLog, invitations, audit, clock } = this.#options
    const { meeting } = await meetingInSight(records, id, asker.person, 'office')
    const at = clock.now()
    const plan = emptyEnrolment()
    const enrolled = linesOf(text).map((line) => ({ ...line, roles: ['member' as const] }))
    await planPeople(plan, enrolled, { records, meeting, team: (await records.team.name()) ?? '', at })
    // Somebody who was here before finds their material again.
    const had = new Set((await records.materials.list(id)).map(({ owner }) => owner))
    plan.materials = plan.materials.filter(({ owner }) => !had.has(owner))
    const isNew = (id: MaterialId) => plan.materials.some((material) => material.id === id)
    plan.seeds = plan.seeds.filter(({ room }) => isNew(room))
    plan.progress = plan.progress.filter(({ material }) => isNew(material))
    await updateLog.append(plan.seeds)
    await records.transaction((inside) => writeEnrolment(inside, plan, at))
    for (const { person } of plan.memberships) await audit.record(asker, 'member.add', `meeting ${id} person ${person}`)
    await this.#options.hall.reconsider(id)
    return invitations.issue(plan.toInvite, asker, baseUrl)
  }

  async update(
    asker: Asker,
    id: MeetingId,
    person: PersonId,
    change: { post?: string | undefined; roles?: MeetingRole[] | undefined },
  ): Promise<MemberView> {
    const { records, audit } = this.#options
    await meetingInSight(records, id, asker.person, 'office')
    await this.#mustStay(id, person, change.roles ?? null)
    if (change.roles?.includes('office')) await this.#mustBeApart(person)
    const roles = change.roles === undefined ? {} : { roles: [...new Set(change.roles)] }
    await records.members.change(id, person, { ...(change.post === undefined ? {} : { post: change.post }), ...roles })
    if (change.roles !== undefined) {
      await this.#ensureMaterial(id, person)
      await audit.record(asker, 'member.roles', `meeting ${id} person ${person} ${change.roles.join(' ')}`)
      await this.#reconsiderAll(id)
    }
    const found = (await records.members.list(id)).find((entry) => entry.person.id === person)
    if (found === undefined) throw new AppError('NOT_FOUND', 'No such member')
    return memberView(found)
  }

  async remove(asker: Asker, id: MeetingId, person: PersonId): Promise<void> {
    const { records, audit } = this.#options
    await meetingInSight(records, id, asker.person, 'office')
    await this.#mustStay(id, person, [])
    await records.members.remove(id, person)
    await audit.record(asker, 'member.remove', `meeting ${id} person ${person}`)
    await this.#reconsiderAll(id)
  }

  /** A meeting without office could be run by nobody. `roles` null: they stay as they are. */
  async #mustStay(id: MeetingId, person: PersonId, roles: MeetingRole[] | null): Promise<void> {
    const members = await this.#options.records.members.list(id)
    if (!members.some((entry) => entry.person.id === person)) throw new AppError('NOT_FOUND', 'No such member')
    if (roles === null || roles.includes('office')) return
    const others = members.some((entry) => entry.person.id !== person && entry.membership.roles.includes('office'))
    if (!others) throw new AppError('CONFLICT', 'The last office of a meeting stays')
  }

  /** Where admin roles and meetings are to be in different hands, whoever holds one runs none. */
  async #mustBeApart(person: PersonId): Promise<void> {
    const { people, team } = this.#options.records
    const holder = await people.get(person)
    if (holder !== null && holder.adminRoles.length > 0 && (await team.adminsApart())) throw new AppError('ROLES_TOGETHER')
  }

  async #ensureMaterial(id: MeetingId, person: PersonId): Promise<void> {
    const { records, updateLog, clock } = this.#options
    const membership = await records.members.get(id, person)
    const meeting = await records.meetings.get(id)
    const holder = await records.people.get(person)
    if (membership === null || meeting === null || holder === null || !writes(membership.roles)) return
    if ((await records.materials.list(id)).some(({ owner }) => owner === person)) return
    const plan = emptyEnrolment()
    const at = clock.now()
    planIndividual(plan, holder, membership.post, { meeting, team: (await records.team.name()) ?? '', at })
    await updateLog.append(plan.seeds)
    await records.transaction((inside) => writeEnrolment(inside, plan, at))
  }

  async #reconsiderAll(id: MeetingId): Promise<void> {
    await this.#options.hall.reconsider(id)
    for (const material of await this.#options.records.materials.list(id)) await this.#options.rooms.reconsider(material.id)
  }
}
