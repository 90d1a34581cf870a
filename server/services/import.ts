/**
 * A file or a pasted text becomes a material's content, with what is proposed in it and said about it. The old content is deleted as
 * an edit like any other: it stays in the log, and in a version. Whoever wrote in the file is kept by name and is nobody of ours
 * (docs/decisions/0012).
 */
import { AppError } from '../../shared/errors'
import type { MaterialId } from '../../shared/ids'
import { foreignAuthor, foreignName } from '../../shared/model/foreign-author'
import { outlineOf } from '../../shared/outline/outline'
import type { Written } from '../../shared/suggestions/write-rich'
import type { Clock } from '../platform/clock'
import { randomNumber } from '../platform/random'
import type { ImportedMaterial, ImportedThread, Importer, TextEncoding } from '../ports/importer'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { Asker } from './asker'
import type { Audit } from './audit'
import type { History } from './history'
import { materialInSight } from './rights'
import type { OutlineView } from './shapes'

export interface ImportSource {
  file?: File | undefined
  text?: string | undefined
  encoding?: TextEncoding | undefined
  offset: number
}

export interface ImportOptions {
  records: Records
  rooms: Pick<RoomsPort, 'edit'>
  history: Pick<History, 'beforeImport'>
  importer: Importer
  audit: Audit
  clock: Clock
}

export class Import {
  readonly #options: ImportOptions

  constructor(options: ImportOptions) {
    this.#options = options
  }

  async preview(asker: Asker, id: MaterialId, source: ImportSource): Promise<OutlineView> {
    await materialInSight(this.#options.records, id, asker.person, 'edit')
    return viewOf(await this.#read(source))
  }

  async apply(asker: Asker, id: MaterialId, source: ImportSource): Promise<OutlineView> {
    const { records, rooms, history, audit, clock } = this.#options
    await materialInSight(records, id, asker.person, 'edit')
    const imported = await this.#read(source)
    // Reading may have taken a while; rights are what they are now.
    await materialInSight(records, id, asker.person, 'edit')
    await history.beforeImport(asker, id, (source.file?.name ?? '').slice(0, MOST_LABEL))
    const edit = { kind: 'replace' as const, text: imported.text, now: clock.now(), random: randomNumber() }
    const { written } = await rooms.edit(id, edit, asker.person)
    await this.#keepThreads(asker, id, imported.threads, written)
    await audit.record(asker, 'material.import', `material ${id}`)
    return viewOf(imported)
  }

  async #keepThreads(asker: Asker, material: MaterialId, threads: readonly ImportedThread[], written: Written): Promise<void> {
    if (threads.length === 0) return
    const now = this.#options.clock.now()
    await this.#options.records.transaction(async ({ comments }) => {
      for (const { id, suggestion: part, resolved, comments: said } of threads) {
        const suggestion = part === null ? null : (written.suggestions[part] ?? null)
        await comments.createThread({ id, material, suggestion, quote: written.quotes[id] ?? '' })
        for (const { author, at, text } of said) {
          const name = foreignName(foreignAuthor(author))
          const when = at > 0 && at <= now ? at : now
          await comments.add({ thread: id, author: asker.person, foreignAuthor: name, at: when, text, mentions: [] })
        }
        if (resolved) await comments.setResolved(id, { by: asker.person, at: now })
      }
    })
  }

  async #read({ file, text, encoding, offset }: ImportSource): Promise<ImportedMaterial> {
    if ((file === undefined) === (text === undefined))
      throw new AppError('INVALID_INPUT', 'Either a file or a text', { field: 'file' })
    const bytes = file === undefined ? new TextEncoder().encode(text) : new Uint8Array(await file.arrayBuffer())
    const options =
      file === undefined
        ? { encoding: 'utf-8' as const }
        : { fileName: file.name, offset, ...(encoding === undefined ? {} : { encoding }) }
    const result = await this.#options.importer.importFile(bytes, options)
    if (!result.ok) {
      const { code, message, kind } = result.error
      throw new AppError(code, message, kind === undefined ? { message } : { message, kind })
    }
    return result.value
  }
}

/** A version's name is no longer. */
const MOST_LABEL = 100

function viewOf({ blocks, suggestions, threads, report }: ImportedMaterial): OutlineView {
  return { ...outlineOf(blocks), suggestions, threads: threads.length, report }
}
