/** 会议记录: state and record put together as data, for those who keep the record; printed by `minutes-print.ts`. */
import * as Y from 'yjs'
import { AppError } from '../../shared/errors'
import type { MaterialId, MeetingId, PersonId } from '../../shared/ids'
import type { AgendaItem, Turn } from '../../shared/live/agenda'
import { countHeads } from '../../shared/live/attendance'
import { keepsRecord } from '../../shared/live/command-rights'
import type { MeetingState } from '../../shared/live/meeting-state'
import type { Minutes, MinutesItem, MinutesLine, MinutesPerson, MinutesTurn } from '../../shared/live/minutes'
import type { Line, RecordState } from '../../shared/live/record'
import type { MeetingRole } from '../../shared/access/roles'
import { appendBlocks, rootOf } from '../../shared/schema/ydoc'
import type { Exporter } from '../ports/exporter'
import type { Records } from '../ports/records'
import type { Asker } from './asker'
import type { Audit } from './audit'
import type { MeetingRecord } from './meeting-record'
import { minutesAsBlocks, minutesAsHtml, minutesAsText } from './minutes-print'

export type MinutesFormat = 'docx' | 'text' | 'html'

const FILES: Record<MinutesFormat, { type: string; extension: string }> = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  text: { type: 'text/plain; charset=utf-8', extension: 'txt' },
  html: { type: 'text/html; charset=utf-8', extension: 'html' },
}

export interface MinutesOptions {
  records: Records
  exporter: Exporter
  meetingRecord: MeetingRecord
  audit: Audit
}

interface Names {
  person(id: PersonId): MinutesPerson
  title(id: MaterialId): string
  withRole(role: MeetingRole): MinutesPerson[]
}

export class MinutesService {
  readonly #options: MinutesOptions

  constructor(options: MinutesOptions) {
    this.#options = options
  }

  async get(asker: Asker, id: MeetingId): Promise<Minutes> {
    const { records, meetingRecord } = this.#options
    const { meeting, roles, state, record } = await meetingRecord.held(asker, id)
    if (!keepsRecord({ roles })) throw new AppError('FORBIDDEN', 'The minutes are for those who keep the record')
    const names = await this.#names(id, mentioned(state, record))
    const attendees = (wanted: (one: MeetingState['attendance'][number]) => boolean) => state.attendance.filter(wanted)
    const people = (wanted: Parameters<typeof attendees>[0]) => attendees(wanted).map(({ person }) => names.person(person))
    const isPresent = (one: MeetingState['attendance'][number]) => one.expected && one.status === 'present'
    const lines = record.lines.filter((line) => !line.removed)
    const presider = names.withRole('principal')
    const recorder = names.withRole('recorder')
    const present = people(isPresent)
    return {
      team: (await records.team.name()) ?? '',
      title: meeting.title,
      kind: meeting.kind,
      theme: meeting.theme,
      day: meeting.day,
      place: meeting.place,
      startedAt: state.startedAt,
      endedAt: state.endedAt,
      presider,
      recorder,
      present,
      absent: attendees((one) => one.expected && one.status !== 'present').map(({ person, reason }) => {
        return { ...names.person(person), reason }
      }),
      observing: people((one) => !one.expected && one.status === 'present'),
      count: state.countAtStart ?? countHeads(state.attendance, state.quorum),
      quorum: state.quorum,
      items: state.items.map((item) => itemOf(item, lines, { state, record, names })),
      otherLines: lines
        .filter(({ item }) => !state.items.some(({ id: known }) => known === item))
        .map((line) => lineOf(line, names)),
      stage: state.record,
      signatures: unique([...presider, ...recorder, ...present]),
    }
  }

  async export(asker: Asker, id: MeetingId, format: MinutesFormat): Promise<File> {
    const minutes = await this.get(asker, id)
    const { type, extension } = FILES[format]
    const content =
      format === 'docx' ? await this.#asDocx(minutes) : format === 'html' ? minutesAsHtml(minutes) : minutesAsText(minutes)
    await this.#options.audit.record(asker, 'minutes.export', `meeting ${id} ${format}`)
    return new File([content], `${minutes.title}会议记录.${extension}`, { type })
  }

  async #asDocx(minutes: Minutes): Promise<Uint8Array<ArrayBuffer>> {
    const doc = new Y.Doc()
    appendBlocks(rootOf(doc), minutesAsBlocks(minutes))
    const bytes = await this.#options.exporter.exportFile({
      state: Y.encodeStateAsUpdate(doc),
      title: `${minutes.title}会议记录`,
      format: 'docx',
      way: 'without',
      names: new Map(),
      threads: [],
      offset: 0,
    })
    return new Uint8Array(bytes)
  }

  /** Members, and whoever left since and is spoken of. */
  async #names(id: MeetingId, people: ReadonlySet<PersonId>): Promise<Names> {
    const { records } = this.#options
    const [members, materials] = await Promise.all([records.members.list(id), records.materials.list(id)])
    const known = new Map(members.map(({ membership, person }) => [person.id, { name: person.name, post: membership.post }]))
    for (const person of people) {
      const found = known.has(person) ? null : await records.people.get(person)
      if (found !== null) known.set(person, { name: found.name, post: '' })
    }
    return {
      person: (person) => known.get(person) ?? { name: '', post: '' },
      title: (material) => materials.find((one) => one.id === material)?.title ?? '',
      withRole: (role) =>
        members.flatMap(({ membership, person }) =>
          membership.roles.includes(role) ? [{ name: person.name, post: membership.post }] : [],
        ),
    }
  }
}

function mentioned(state: MeetingState, record: RecordState): Set<PersonId> {
  const turns = state.items.flatMap(({ turns }) => turns.flatMap(({ person }) => person ?? []))
  const lines = record.lines.flatMap(({ speaker, target }) => [speaker, ...(target === null ? [] : [target])])
  return new Set([...state.attendance.map(({ person }) => person), ...turns, ...lines])
}

interface Held {
  state: MeetingState
  record: RecordState
  names: Names
}

function itemOf(item: AgendaItem, lines: readonly Line[], held: Held): MinutesItem {
  const own = lines.filter((line) => line.item === item.id)
  const placed = new Map(own.map((line) => [line, turnOf(item, line)]))
  const turns = item.turns.map((turn) =>
    turnIn(
      item,
      turn,
      own.filter((line) => placed.get(line) === turn),
      held,
    ),
  )
  const spentMs = item.turns.reduce((sum, turn) => sum + turn.spentMs, 0)
  return { kind: item.kind, title: item.title, spentMs, turns }
}

/** Criticism stands with the one it is about, everything else with who said it, or else with the item's first turn. */
function turnOf(item: AgendaItem, line: Line): Turn | undefined {
  const about = line.kind === 'criticism' ? line.target : line.speaker
  return item.turns.find(({ person }) => person === about) ?? item.turns[0]
}

function turnIn(item: AgendaItem, turn: Turn, lines: readonly Line[], { state, record, names }: Held): MinutesTurn {
  const shown = state.shown.filter(({ material }) => material === turn.material)
  return {
    speaker: turn.person === null ? null : names.person(turn.person).name,
    spentMs: turn.spentMs,
    shown: shown.map(({ material, version, hash }) => ({ title: names.title(material), version, hash })),
    lines: lines.map((line) => lineOf(line, names)),
    replied: item.kind === 'individual' && record.replies.some(({ person, given }) => given && person === turn.person),
  }
}

function lineOf({ kind, speaker, target, mode, aspect, text, saidAt, verdict }: Line, names: Names): MinutesLine {
  const about = target === null ? null : names.person(target).name
  return { kind, speaker: names.person(speaker).name, target: about, mode, aspect, text, saidAt, verdict }
}

function unique(people: readonly MinutesPerson[]): MinutesPerson[] {
  return people.filter((one, index) => people.findIndex(({ name, post }) => name === one.name && post === one.post) === index)
}
