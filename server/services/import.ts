/** A file or a pasted text becomes a material's content. The old content is deleted as an edit like any other: it stays in the log. */
import * as Y from 'yjs'
import { AppError } from '../../shared/errors'
import type { MaterialId } from '../../shared/ids'
import { outlineOf } from '../../shared/outline/outline'
import type { Block } from '../../shared/schema/blocks'
import { appendBlocks, rootOf } from '../../shared/schema/ydoc'
import type { ImportedMaterial, Importer, TextEncoding } from '../ports/importer'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { materialInSight } from './rights'
import type { OutlineView } from './shapes'

export interface ImportSource {
  file?: File | undefined
  text?: string | undefined
  encoding?: TextEncoding | undefined
}

export interface ImportOptions {
  records: Records
  rooms: Pick<RoomsPort, 'state' | 'write'>
  importer: Importer
  audit: Audit
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
    const { records, rooms, audit } = this.#options
    await materialInSight(records, id, asker.person, 'edit')
    const imported = await this.#read(source)
    // Reading may have taken a while; rights are what they are now.
    await materialInSight(records, id, asker.person, 'edit')
    await rooms.write(id, replacement(await rooms.state(id), imported.blocks), asker.person)
    await audit.record(asker, 'material.import', `material ${id}`)
    return viewOf(imported)
  }

  async #read({ file, text, encoding }: ImportSource): Promise<ImportedMaterial> {
    if ((file === undefined) === (text === undefined))
      throw new AppError('INVALID_INPUT', 'Either a file or a text', { field: 'file' })
    const bytes = file === undefined ? new TextEncoder().encode(text) : new Uint8Array(await file.arrayBuffer())
    const options =
      file === undefined
        ? { encoding: 'utf-8' as const }
        : { fileName: file.name, ...(encoding === undefined ? {} : { encoding }) }
    const result = await this.#options.importer.importFile(bytes, options)
    if (!result.ok) throw new AppError(result.error.code, result.error.message, { message: result.error.message })
    return result.value
  }
}

/** What turns `state` into a document of just `blocks`, as one update. */
function replacement(state: Uint8Array, blocks: readonly Block[]): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    const root = rootOf(doc)
    root.delete(0, root.length)
    appendBlocks(root, blocks)
  })
  const update = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return update
}

function viewOf({ blocks, report }: ImportedMaterial): OutlineView {
  return { ...outlineOf(blocks), report }
}
