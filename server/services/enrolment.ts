/**
 * Putting people into a meeting: who of the pasted list has an account already, who needs one, which materials they get. Planned
 * first and written in one transaction after the texts are in the update log, so that no material is ever without its text.
 */
import type { MeetingRole } from '../../shared/access/roles'
import type { MeetingId, PersonId } from '../../shared/ids'
import type { MemberLine } from '../../shared/model/member-lines'
import { type Block, textOf } from '../../shared/schema/blocks'
import { updateOf } from '../../shared/schema/ydoc'
import { blocksFor } from '../../shared/templates/fill'
import { PERSON_COLORS } from '../../shared/wire/awareness'
import { newId } from '../platform/random'
import type { MaterialRecord, MeetingRecord, MembershipRecord, PersonRecord, ProgressRecord, Records } from '../ports/records'
import type { LogEntry } from '../ports/update-log'
import { progressOf } from './progress'

export interface Enrolment {
  people: PersonRecord[]
  memberships: MembershipRecord[]
  materials: MaterialRecord[]
  /** The texts of `materials`, to be appended before the rest is written. */
  seeds: LogEntry[]
  progress: ProgressRecord[]
  /** Everybody of the list who has not set a password. */
  toInvite: { person: PersonRecord; post: string }[]
}

export interface Enrolled extends MemberLine {
  roles: MeetingRole[]
  /** Who it is, where that is known; otherwise the first account of that name that is not in the meeting yet. */
  person?: PersonRecord
  /** Somebody new even if the name is known. */
  isNew?: boolean
}

export function emptyEnrolment(): Enrolment {
  return { people: [], memberships: [], materials: [], seeds: [], progress: [], toInvite: [] }
}

/** Members with 书记 (not 副书记) or 主要负责 in their post lead; where nobody has, the first listed. All are members. */
export function withRoles(lines: readonly MemberLine[]): Enrolled[] {
  const found = lines.findIndex(({ post }) => /主要负责|(?<!副)书记/.test(post))
  const principal = found === -1 ? 0 : found
  return lines.map((line, index) => ({ ...line, roles: index === principal ? ['principal', 'member'] : ['member'] }))
}

export interface PlanOptions {
  records: Records
  meeting: MeetingRecord
  team: string
  at: number
}

/** Adds the people of `enrolled` to `plan`, reusing accounts by name; one line a person, whoever is in the meeting already is left out. */
export async function planPeople(plan: Enrolment, enrolled: readonly Enrolled[], options: PlanOptions): Promise<void> {
  const { records, meeting } = options
  const present = await records.members.list(meeting.id)
  let color = (await records.people.count()) + plan.people.length
  for (const { name, post, roles, isNew, ...given } of enrolled) {
    if (!isNew && present.some(({ person, membership }) => person.name === name && membership.post === post)) continue
    const taken = new Set<PersonId>([...present.map(({ person }) => person.id), ...plan.memberships.map(({ person }) => person)])
    const known = isNew ? [] : [...(await records.people.byName(name)), ...plan.people.filter((person) => person.name === name)]
    let person = given.person ?? known.find(({ id }) => !taken.has(id))
    if (person === undefined) {
      const username = await freeUsername(name, plan, records)
      person = { id: newId<PersonId>(), name, username, color: color++ % PERSON_COLORS, adminRoles: [], joinedAt: null }
      plan.people.push(person)
    }
    plan.memberships.push({ meeting: meeting.id, person: person.id, post, roles: [...roles] })
    if (person.joinedAt === null) plan.toInvite.push({ person, post })
    if (writes(roles)) planIndividual(plan, person, post, options)
  }
}

/** Who writes a personal material. */
export function writes(roles: readonly MeetingRole[]): boolean {
  return roles.includes('member') || roles.includes('principal')
}

export function planCollective(plan: Enrolment, { meeting, team, at }: Omit<PlanOptions, 'records'>): void {
  const blocks = blocksFor(meeting.collectiveOutline, { year: meeting.year, name: '', team })
  addMaterial(plan, { meeting: meeting.id, kind: 'collective', owner: null }, blocks, at)
}

export function planIndividual(
  plan: Enrolment,
  person: PersonRecord,
  post: string,
  { meeting, team, at }: Omit<PlanOptions, 'records'>,
): void {
  const blocks = blocksFor(meeting.individualOutline, { year: meeting.year, name: person.name, team, post })
  addMaterial(plan, { meeting: meeting.id, kind: 'individual', owner: person.id }, blocks, at)
}

export function titleOf(blocks: readonly Block[]): string {
  return blocks.flatMap((block) => (block.type === 'title' ? [textOf(block)] : [])).join('')
}

function addMaterial(
  plan: Enrolment,
  facts: { meeting: MeetingId; kind: MaterialRecord['kind']; owner: PersonId | null },
  blocks: readonly Block[],
  at: number,
): void {
  const material: MaterialRecord = { id: newId(), ...facts, title: titleOf(blocks), state: 'draft', reason: null, openedTo: [] }
  plan.materials.push(material)
  plan.seeds.push({ room: material.id, actor: null, at, update: updateOf(blocks) })
  plan.progress.push({ material: material.id, ...progressOf(blocks), suggestions: 0 })
}

/** Call inside a transaction. */
export async function writeEnrolment(records: Records, plan: Enrolment, at: number): Promise<void> {
  for (const person of plan.people) await records.people.create(person, at)
  for (const membership of plan.memberships) await records.members.add(membership)
  for (const material of plan.materials) await records.materials.create(material, at)
  for (const progress of plan.progress) await records.materials.saveProgress(progress, at)
}

async function freeUsername(name: string, plan: Enrolment, records: Records): Promise<string> {
  for (let number = 1; ; number++) {
    const username = number === 1 ? name : `${name}${number}`
    const planned = plan.people.some((person) => person.username === username)
    if (!planned && (await records.people.byUsername(username)) === null) return username
  }
}
