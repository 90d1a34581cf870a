/** A material leaves as a file, as it is or as it was in a version, for whoever may read it; every time is noted. */
import { AppError } from '../../shared/errors'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { ExportedThread, Exporter, ExportFormat, ExportWay } from '../ports/exporter'
import type { MaterialRecord, Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { Asker } from './asker'
import type { Audit } from './audit'
import type { History } from './history'
import { materialInSight } from './rights'

export interface ExportOptions {
  records: Records
  rooms: Pick<RoomsPort, 'state' | 'survey'>
  history: Pick<History, 'stateOf'>
  exporter: Exporter
  audit: Audit
}

export interface ExportInput {
  format: ExportFormat
  suggestions: ExportWay
  /** 0: as it is now. */
  version: number
  offset: number
}

const TYPES: Record<ExportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain;charset=utf-8',
}

export class Export {
  readonly #options: ExportOptions

  constructor(options: ExportOptions) {
    this.#options = options
  }

  async file(asker: Asker, id: MaterialId, input: ExportInput, signal: AbortSignal | undefined): Promise<File> {
    const { records, rooms, history, exporter, audit } = this.#options
    const { format, suggestions: way, version, offset } = input
    const { material } = await materialInSight(records, id, asker.person, 'read')
    if (format === 'txt' && way === 'revisions')
      throw new AppError('INVALID_INPUT', 'Plain text has no revisions', { field: 'suggestions' })
    const state = (await history.stateOf(asker, id, version)) ?? (await rooms.state(id))
    const threads = way === 'revisions' ? await this.#threads(id) : []
    const names = way === 'revisions' ? await this.#names(material) : new Map<PersonId, string>()
    const task = { state, title: material.title, format, way, names, threads, offset }
    const bytes = await exporter.exportFile(task, signal)
    await audit.record(asker, 'material.export', `material ${id} ${format}${version === 0 ? '' : ` version ${version}`}`)
    return new File([new Uint8Array(bytes)], `${fileName(material.title)}.${format}`, { type: TYPES[format] })
  }

  /** Everyone who may have suggested something. */
  async #names({ id, meeting }: MaterialRecord): Promise<Map<PersonId, string>> {
    const { records, rooms } = this.#options
    const [members, { suggestions }] = await Promise.all([records.members.list(meeting), rooms.survey(id)])
    return this.#namesOf([...members.map(({ membership }) => membership.person), ...suggestions.map(({ author }) => author)])
  }

  async #namesOf(people: readonly PersonId[]): Promise<Map<PersonId, string>> {
    const found = await Promise.all([...new Set(people)].map((person) => this.#options.records.people.get(person)))
    return new Map(found.flatMap((person) => (person === null ? [] : [[person.id, person.name] as const])))
  }

  async #threads(material: MaterialId): Promise<ExportedThread[]> {
    const { records } = this.#options
    const [threads, comments] = await Promise.all([records.comments.threads(material), records.comments.list(material)])
    const names = await this.#namesOf(comments.map(({ author }) => author))
    return threads.map(({ id, suggestion, resolvedAt }) => ({
      id,
      suggestion,
      resolved: resolvedAt !== null,
      comments: comments
        .filter(({ thread }) => thread === id)
        .map(({ author, foreignAuthor, at, text }) => ({ author: foreignAuthor ?? names.get(author) ?? '', at, text })),
    }))
  }
}

/** Not allowed in names of files on every system. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\r\n]/g, ' ').trim() || '材料'
}
