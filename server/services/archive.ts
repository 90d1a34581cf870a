/**
 * A meeting's archive package: every material that has left its author's hands, in clean form, what was decided on suggestions, the
 * versions with their hashes, the minutes for whoever keeps them, and an index. Made beside everything else; asked for, looked at and
 * fetched in turns, so that a page can show how far it is and call it off. A personal draft is never in it, not even one that was
 * opened to the asker.
 */
import { atLeast } from '../../shared/access/ability'
import { abilityOn } from '../../shared/access/can'
import { csvOf } from '../../shared/csv'
import { AppError } from '../../shared/errors'
import type { MeetingId, PersonId } from '../../shared/ids'
import { keepsRecord } from '../../shared/live/command-rights'
import type { Clock } from '../platform/clock'
import { newId } from '../platform/random'
import type { ArchivedFile, Exporter } from '../ports/exporter'
import type { MaterialRecord, Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import { MATERIAL_STATES, dayAndTime, decisionTable, versionTable } from './archive-tables'
import type { Asker } from './asker'
import type { Audit } from './audit'
import type { History } from './history'
import type { MinutesService } from './minutes'
import { minutesAsHtml, minutesAsText } from './minutes-print'
import { factsOf, type MeetingInSight, meetingInSight } from './rights'
import type { ArchiveView } from './shapes'
import type { Suggestions } from './suggestions'

export interface ArchiveOptions {
  records: Records
  rooms: Pick<RoomsPort, 'state'>
  history: Pick<History, 'list'>
  suggestions: Pick<Suggestions, 'list'>
  minutes: Pick<MinutesService, 'get'>
  exporter: Pick<Exporter, 'exportArchive'>
  audit: Audit
  clock: Clock
}

/** A finished package waits so long to be fetched. */
const KEPT_MS = 10 * 60_000

interface Job {
  id: string
  person: PersonId
  meeting: MeetingId
  stop: AbortController
  done: number
  total: number
  result: Uint8Array | 'failed' | null
}

export class Archive {
  readonly #options: ArchiveOptions
  readonly #jobs = new Map<string, Job>()

  constructor(options: ArchiveOptions) {
    this.#options = options
  }

  /** One at a time for each person: who begins anew has given the other up. */
  async start(asker: Asker, meeting: MeetingId): Promise<ArchiveView> {
    const inSight = await this.#mayArchive(asker, meeting)
    for (const job of this.#jobs.values()) if (job.person === asker.person) this.#end(job)
    const stop = new AbortController()
    const job: Job = { id: newId<string>(), person: asker.person, meeting, stop, done: 0, total: 0, result: null }
    this.#jobs.set(job.id, job)
    void this.#make(asker, inSight, job)
    return viewOf(job)
  }

  async look(asker: Asker, meeting: MeetingId, id: string): Promise<ArchiveView> {
    return viewOf(await this.#own(asker, meeting, id))
  }

  async file(asker: Asker, meeting: MeetingId, id: string): Promise<File> {
    const job = await this.#own(asker, meeting, id)
    if (!(job.result instanceof Uint8Array)) throw new AppError('CONFLICT', 'It is not finished')
    const { meeting: record } = await meetingInSight(this.#options.records, meeting, asker.person)
    await this.#options.audit.record(asker, 'meeting.archive', `meeting ${meeting}`)
    return new File([new Uint8Array(job.result)], `${safe(record.title)}归档材料.zip`, { type: 'application/zip' })
  }

  async cancel(asker: Asker, meeting: MeetingId, id: string): Promise<void> {
    this.#end(await this.#own(asker, meeting, id))
  }

  /** Calls off whatever is being made. */
  stop(): void {
    for (const job of this.#jobs.values()) this.#end(job)
  }

  async #make(asker: Asker, { meeting, roles }: MeetingInSight, job: Job): Promise<void> {
    const { exporter, clock, records } = this.#options
    try {
      const { files, left } = await this.#files(asker, meeting.id, job)
      if (keepsRecord({ roles })) files.push(...(await this.#minutes(asker, meeting.id)))
      else left.push('会议记录由主持人和记录人保管，未收入。')
      job.total = files.length
      const task = {
        title: meeting.title,
        facts: [
          ['单位', (await records.team.name()) ?? ''],
          ['会议', `${meeting.title}（${meeting.day}${meeting.place === '' ? '' : `，${meeting.place}`}）`],
          ['生成', `${dayAndTime(clock.now())}，${asker.name}`],
        ] as const,
        files,
        left,
      }
      job.result = await exporter.exportArchive(task, job.stop.signal, (done) => {
        job.done = done
      })
    } catch {
      // Called off, or a document that cannot be read: the page says so and offers to begin anew.
      job.result = 'failed'
    }
    clock.after(KEPT_MS, () => this.#end(job))
  }

  async #files(asker: Asker, meeting: MeetingId, job: Job): Promise<{ files: ArchivedFile[]; left: string[] }> {
    const { records, rooms, suggestions, history } = this.#options
    const files: ArchivedFile[] = []
    const left: string[] = []
    let number = 0
    for (const material of await records.materials.list(meeting)) {
      job.stop.signal.throwIfAborted()
      if (!(await this.#belongs(asker, material))) {
        left.push(`“${material.title}”：${MATERIAL_STATES[material.state]}，未收入。`)
        continue
      }
      number += 1
      const name = `${String(number).padStart(2, '0')} ${safe(material.title)}`
      const state = await rooms.state(material.id)
      const task = {
        state,
        title: material.title,
        format: 'docx',
        way: 'without',
        names: new Map(),
        threads: [],
        offset: 0,
      } as const
      files.push({ path: `材料/${name}.docx`, note: MATERIAL_STATES[material.state], make: task })
      const decisions = await suggestions.list(asker, material.id)
      const versions = await history.list(asker, material.id)
      const table = csvOf(decisionTable(decisions))
      files.push({ path: `修改意见采纳情况表/${name}.csv`, note: `${decisions.length} 次决定`, make: table })
      const hashes = new Map<number, string>()
      for (const version of versions) {
        const kept = await records.versions.get(material.id, version.number)
        if (kept !== null) hashes.set(version.number, kept.hash)
      }
      files.push({ path: `版本/${name}.csv`, note: `${versions.length} 个版本`, make: csvOf(versionTable(versions, hashes)) })
    }
    return { files, left }
  }

  /** In personal hands again is what was returned, too. */
  async #belongs(asker: Asker, material: MaterialRecord): Promise<boolean> {
    const { records } = this.#options
    if (material.kind === 'individual' && (material.state === 'draft' || material.state === 'returned')) return false
    const meeting = await records.meetings.get(material.meeting)
    const membership = await records.members.get(material.meeting, asker.person)
    if (meeting === null || membership === null) return false
    return atLeast(abilityOn(factsOf(material, meeting), { person: asker.person, roles: membership.roles }), 'read')
  }

  async #minutes(asker: Asker, meeting: MeetingId): Promise<ArchivedFile[]> {
    const minutes = await this.#options.minutes.get(asker, meeting)
    return [
      { path: '会议记录/会议记录.html', note: '可打印', make: minutesAsHtml(minutes) },
      { path: '会议记录/会议记录.txt', note: '纯文本', make: minutesAsText(minutes) },
    ]
  }

  async #mayArchive(asker: Asker, meeting: MeetingId): Promise<MeetingInSight> {
    const inSight = await meetingInSight(this.#options.records, meeting, asker.person)
    if (inSight.roles.includes('office') || inSight.roles.includes('principal')) return inSight
    throw new AppError('FORBIDDEN', 'The archive is for the office and the principal')
  }

  /** Rights are what they are now. */
  async #own(asker: Asker, meeting: MeetingId, id: string): Promise<Job> {
    await this.#mayArchive(asker, meeting)
    const job = this.#jobs.get(id)
    if (job === undefined || job.person !== asker.person || job.meeting !== meeting)
      throw new AppError('NOT_FOUND', 'No such package')
    return job
  }

  #end(job: Job): void {
    job.stop.abort()
    this.#jobs.delete(job.id)
  }
}

function viewOf({ id, done, total, result }: Job): ArchiveView {
  return { job: id, done, total, state: result === null ? 'working' : result === 'failed' ? 'failed' : 'ready' }
}

/** Not allowed in names of files on every system. */
function safe(title: string): string {
  return title.replace(/[\\/:*?"<>|\r\n]/g, ' ').trim() || '材料'
}
