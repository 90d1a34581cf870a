/** Meetings: one cycle each, with members and materials. The office runs them; whoever is not in one does not learn that it exists. */
import { AppError } from '../../shared/errors'
import type { MeetingId } from '../../shared/ids'
import { parseMemberLines } from '../../shared/model/member-lines'
import type { Clock } from '../platform/clock'
import { newId } from '../platform/random'
import type { HallPort } from '../ports/hall'
import type { MeetingRecord, PersonRecord, Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { UpdateLog } from '../ports/update-log'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { type Enrolled, emptyEnrolment, planCollective, planPeople, withRoles, writeEnrolment, writes } from './enrolment'
import type { Invitations } from './invitations'
import { meetingInSight } from './rights'
import type { InvitationView, MeetingDetail, MeetingUpdate, MeetingView, NewMeeting } from './shapes'
import { chosenTemplate } from './templates'
import { materialView, meetingView, memberView } from './views'

export interface MeetingsOptions {
  records: Records
  updateLog: UpdateLog
  rooms: Pick<RoomsPort, 'reconsider'>
  hall: Pick<HallPort, 'reconsider'>
  invitations: Invitations
  audit: Audit
  clock: Clock
}

export interface Organiser {
  person: PersonRecord
  post: string
}

export interface Invitee {
  person: PersonRecord
  post: string
}

export class Meetings {
  readonly #options: MeetingsOptions

  constructor(options: MeetingsOptions) {
    this.#options = options
  }

  async list(asker: Asker): Promise<MeetingView[]> {
    const meetings = await this.#options.records.meetings.of(asker.person)
    return meetings.map(({ meeting, roles }) => meetingView(meeting, roles))
  }

  async get(asker: Asker, id: MeetingId): Promise<MeetingDetail> {
    const { records } = this.#options
    const { meeting, roles } = await meetingInSight(records, id, asker.person)
    const members = await records.members.list(id)
    const progress = new Map((await records.materials.progress(id)).map((entry) => [entry.material, entry]))
    const actor = { person: asker.person, roles }
    const writers = new Set(members.filter(({ membership }) => writes(membership.roles)).map(({ person }) => person.id))
    const materials = (await records.materials.list(id))
      // Somebody who left, or is no member any more, takes an unfinished draft out of everyone's sight; it is back when they are.
      .filter(({ owner, state }) => owner === null || writers.has(owner) || state !== 'draft')
      .flatMap((material) => materialView(material, meeting, actor, progress.get(material.id)) ?? [])
    return {
      ...meetingView(meeting, roles),
      members: members.map(memberView),
      materials,
      collectiveOutline: meeting.collectiveOutline,
      individualOutline: meeting.individualOutline,
      membersReadApproved: meeting.membersReadApproved,
      draftersDecide: meeting.draftersDecide,
    }
  }

  async create(asker: Asker, input: NewMeeting, baseUrl: string): Promise<{ meeting: MeetingId; invitations: InvitationView[] }> {
    const { records, invitations } = this.#options
    const own = await records.meetings.of(asker.person)
    if (!own.some(({ roles }) => roles.includes('office'))) throw new AppError('FORBIDDEN', 'Only the office makes meetings')
    const organiser = await records.people.get(asker.person)
    if (organiser === null) throw new AppError('UNAUTHORIZED')
    const last = own[0] === undefined ? null : await records.members.get(own[0].meeting.id, organiser.id)
    const { meeting, toInvite } = await this.make(input, { person: organiser, post: last?.post ?? '' })
    await this.#options.audit.record(asker, 'meeting.create', `meeting ${meeting}`)
    return { meeting, invitations: await invitations.issue(toInvite, asker, baseUrl) }
  }

  /**
   * The organiser runs it as office, and is a member too where the list names them. `founding`: the team's name; it and the
   * organiser come into being together with the meeting or not at all.
   */
  async make(input: NewMeeting, organiser: Organiser, founding?: string): Promise<{ meeting: MeetingId; toInvite: Invitee[] }> {
    const { records, updateLog, clock } = this.#options
    const at = clock.now()
    const template = chosenTemplate(input.templateId)
    const { members: _, ...facts } = input
    const meeting: MeetingRecord = {
      ...facts,
      id: newId<MeetingId>(),
      stage: 'prepare',
      collectiveOutline: template.collective,
      individualOutline: template.individual,
      membersReadApproved: false,
      draftersDecide: false,
    }
    const plan = emptyEnrolment()
    if (founding !== undefined) plan.people.push(organiser.person)
    const options = { records, meeting, team: founding ?? (await records.team.name()) ?? '', at }
    planCollective(plan, options)
    await planPeople(plan, withOffice(withRoles(linesOf(input.members)), organiser), options)
    await updateLog.append(plan.seeds)
    await records.transaction(async (inside) => {
      if (founding !== undefined) await inside.team.create(founding, at)
      await inside.meetings.create(meeting, at)
      await writeEnrolment(inside, plan, at)
    })
    return { meeting: meeting.id, toInvite: plan.toInvite }
  }

  async update(asker: Asker, id: MeetingId, change: MeetingUpdate): Promise<MeetingDetail> {
    const { records, rooms, hall, audit } = this.#options
    const { meeting } = await meetingInSight(records, id, asker.person, 'office')
    await records.meetings.change(id, change)
    await hall.reconsider(id)
    await audit.record(asker, 'meeting.update', `meeting ${id}`)
    const changesRights = (['membersReadApproved', 'draftersDecide'] as const).some(
      (key) => change[key] !== undefined && change[key] !== meeting[key],
    )
    if (changesRights) {
      for (const material of await records.materials.list(id)) await rooms.reconsider(material.id)
    }
    return this.get(asker, id)
  }
}

/** The pasted list, or INVALID_INPUT with the first line that is none. */
export function linesOf(text: string): ReturnType<typeof parseMemberLines>['members'] {
  const { members, problems } = parseMemberLines(text)
  const problem = problems.find(({ reason }) => reason !== 'repeated')
  if (problem !== undefined) {
    throw new AppError('INVALID_INPUT', 'A line of the list is no person', {
      field: 'members',
      line: problem.line,
      reason: problem.reason,
    })
  }
  return members
}

function withOffice(enrolled: Enrolled[], { person, post }: Organiser): Enrolled[] {
  const { name } = person
  const listed = enrolled.findIndex((one) => one.name === name)
  if (listed === -1) return [...enrolled, { name, post, roles: ['office'], person }]
  return enrolled.map((one, index) => (index === listed ? { ...one, roles: [...one.roles, 'office'], person } : one))
}
