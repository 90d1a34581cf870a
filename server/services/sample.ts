/** Puts the sample meeting into the data: always new people, so that nobody's own account is touched. */
import type { MeetingId } from '../../shared/ids'
import { SAMPLE } from '../../shared/samples/huaishui-2023'
import type { Clock } from '../platform/clock'
import { newId } from '../platform/random'
import type { MaterialRecord, MeetingRecord, PersonRecord, Records } from '../ports/records'
import type { UpdateLog } from '../ports/update-log'
import { type Enrolled, type Enrolment, emptyEnrolment, planCollective, planPeople, titleOf, writeEnrolment } from './enrolment'
import type { Invitee, Organiser } from './meetings'
import { progressOf } from './progress'
import { SampleRemarks } from './sample-remarks'
import { chosenTemplate } from './templates'

const DAY_MS = 86_400_000

export interface SampleOptions {
  records: Records
  updateLog: UpdateLog
  clock: Clock
}

export interface LoadedSample {
  meeting: MeetingId
  people: PersonRecord[]
  materials: MaterialRecord[]
  toInvite: Invitee[]
}

export interface LoadOptions {
  /** Runs the meeting as office beside the sample's own people. */
  organiser?: Organiser
  /** The team's name, where there is no team yet. */
  founding?: string
  /** Whether the sample's administrators become administrators here. */
  withAdmins?: boolean
}

export class Sample {
  readonly #options: SampleOptions

  constructor(options: SampleOptions) {
    this.#options = options
  }

  async load({ organiser, founding, withAdmins = false }: LoadOptions): Promise<LoadedSample> {
    const { records, updateLog, clock } = this.#options
    const at = clock.now()
    const meeting = this.#meeting(at)
    const plan = emptyEnrolment()
    if (organiser !== undefined && founding !== undefined) plan.people.push(organiser.person)
    const options = { records, meeting, team: SAMPLE.team, at }
    planCollective(plan, options)
    await planPeople(plan, [...samplePeople(), ...asOffice(organiser)], options)
    if (withAdmins) giveAdminRoles(plan.people)
    const remarks = new SampleRemarks(plan, at)
    fillTexts(plan, remarks)
    await updateLog.append(plan.seeds)
    await records.transaction(async (inside) => {
      if (founding !== undefined) await inside.team.create(founding, at)
      await inside.meetings.create(meeting, at)
      await writeEnrolment(inside, plan, at)
      await remarks.write(inside)
    })
    const people = plan.people.filter(({ id }) => id !== organiser?.person.id)
    return { meeting: meeting.id, people, materials: plan.materials, toInvite: plan.toInvite }
  }

  #meeting(at: number): MeetingRecord {
    const template = chosenTemplate(SAMPLE.templateId)
    return {
      id: newId<MeetingId>(),
      kind: template.kind,
      title: SAMPLE.title,
      year: SAMPLE.year,
      theme: SAMPLE.theme,
      day: new Date(at + SAMPLE.inDays * DAY_MS).toISOString().slice(0, 10),
      place: SAMPLE.place,
      stage: 'write',
      templateId: template.id,
      collectiveOutline: template.collective,
      individualOutline: template.individual,
      membersReadApproved: false,
      draftersDecide: false,
    }
  }
}

function samplePeople(): Enrolled[] {
  return SAMPLE.people.map(({ name, post, roles }) => ({ name, post, roles, isNew: true }))
}

function asOffice(organiser: Organiser | undefined): Enrolled[] {
  return organiser === undefined
    ? []
    : [{ name: organiser.person.name, post: organiser.post, roles: ['office'], person: organiser.person }]
}

function giveAdminRoles(people: PersonRecord[]): void {
  for (const person of people) {
    person.adminRoles = SAMPLE.people.find(({ name }) => name === person.name)?.adminRoles ?? []
  }
}

/** The sample's texts in place of the empty ones. */
function fillTexts(plan: Enrolment, remarks: SampleRemarks): void {
  for (const sample of SAMPLE.materials) {
    const { kind, owner, state, reason, blocks } = sample
    const person = owner === undefined ? null : remarks.person(owner)
    const material = plan.materials.find((planned) => planned.kind === kind && planned.owner === person)
    const seed = plan.seeds.find(({ room }) => room === material?.id)
    if (material === undefined || seed === undefined) throw new Error(`The sample has a text of nobody: ${owner ?? kind}`)
    material.state = state
    material.reason = reason ?? null
    material.title = titleOf(blocks) || material.title
    const { update, suggestions } = remarks.on(material.id, sample)
    seed.update = update
    const progress = { material: material.id, ...progressOf(blocks), suggestions }
    plan.progress = plan.progress.map((entry) => (entry.material === material.id ? progress : entry))
  }
}
