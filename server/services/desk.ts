/** The meeting's desk: who belongs to it, what is kept of it, which versions may be shown. Built for the meeting's socket floor. */
import type { MeetingId } from '../../shared/ids'
import type { Command } from '../../shared/live/commands'
import type { PresentedText } from '../../shared/live/messages'
import { readCode } from '../../shared/live/projector'
import { AGENDAS } from '../../shared/templates/agenda'
import type { Clock } from '../platform/clock'
import { hashOf } from '../platform/random'
import type { DeskPort } from '../ports/desk'
import type { VersionRecord } from '../ports/live-records'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { Audit } from './audit'
import type { Versions } from './versions'

export interface DeskOptions {
  records: Records
  rooms: Pick<RoomsPort, 'reconsider'>
  versions: Versions
  audit: Audit
  clock: Clock
}

/** What the log of who did what names; moving about in the agenda is in the meeting's own list of events. */
const NOTED: ReadonlySet<Command['kind']> = new Set(['start', 'end', 'present', 'withdraw', 'consent', 'setRecord', 'setQuorum'])

export function createDesk({ records, rooms, versions, audit, clock }: DeskOptions): DeskPort {
  return {
    async facts(id) {
      const meeting = await records.meetings.get(id)
      if (meeting === null) return null
      const [members, materials] = await Promise.all([records.members.list(id), records.materials.list(id)])
      const materialOf = (owner: string | null) => materials.find((material) => material.owner === owner)?.id ?? null
      return {
        title: meeting.title,
        people: members.map(({ membership, person }) => {
          return { person: person.id, name: person.name, post: membership.post, color: person.color, roles: membership.roles }
        }),
        roster: {
          people: members.map(({ membership: { person, roles } }) => ({ person, roles, material: materialOf(person) })),
          collective: materialOf(null),
          outline: AGENDAS[meeting.kind],
        },
      }
    },
    events: (meeting) => records.meetingEvents.list(meeting),
    keep: (meeting, events) => records.meetingEvents.append(meeting, events),
    async approved(meeting, material) {
      const found = await records.materials.get(material)
      const version = found?.meeting === meeting ? await versions.approved(material) : null
      return version && presentedText(version)
    },
    async version(material, number) {
      const version = await versions.get(material, number)
      return version && presentedText(version)
    },
    async note(meeting, actor, command) {
      if (!NOTED.has(command.kind)) return
      const person = await records.people.get(actor)
      const detail =
        command.kind === 'present' ? ` material ${command.material}` : command.kind === 'setRecord' ? ` ${command.stage}` : ''
      const asker = { person: actor, name: person?.name ?? '', adminRoles: [] }
      await audit.record(asker, `meeting.${command.kind}`, `meeting ${meeting}${detail}`)
    },
    async presented(material) {
      if (!(await records.materials.advance(material, 'approved', 'presented', null, clock.now()))) return
      await audit.record(null, 'material.present', `material ${material}`)
      await rooms.reconsider(material)
    },
    async meetingOf(typed): Promise<MeetingId | null> {
      const code = readCode(typed)
      const found = code === null ? null : await records.projectorCodes.byHash(hashOf(code))
      return found !== null && found.expiresAt > clock.now() ? found.meeting : null
    },
  }
}

function presentedText({ material, number, hash, blocks }: VersionRecord): PresentedText {
  return { material, version: number, hash, blocks }
}
