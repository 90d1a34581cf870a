/**
 * Approved versions: the text as it was approved, kept for good with a hash of its content. What is shown in a meeting is such a
 * version and not the document: nobody who sees it there gets suggestions, comments or the history of it.
 */
import { createHash } from 'node:crypto'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { Block } from '../../shared/schema/blocks'
import type { Clock } from '../platform/clock'
import type { VersionRecord } from '../ports/live-records'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'

export interface VersionsOptions {
  records: Records
  rooms: Pick<RoomsPort, 'survey' | 'state'>
  clock: Clock
}

export class Versions {
  readonly #options: VersionsOptions

  constructor(options: VersionsOptions) {
    this.#options = options
  }

  /**
   * The approved version of `material` as it stands; null: it is not approved. An approved text changes no more, so the version
   * can also be made later than the approval (a sample, a crash in between).
   */
  async approved(material: MaterialId, actor: PersonId | null = null): Promise<VersionRecord | null> {
    const { records, rooms, clock } = this.#options
    const found = await records.materials.get(material)
    if (found?.state !== 'approved' && found?.state !== 'presented') return null
    const { blocks } = await rooms.survey(material)
    const hash = contentHash(blocks)
    const latest = await records.versions.latest(material)
    if (latest?.hash === hash) return latest
    const version = { material, kind: 'approved' as const, at: clock.now(), actor, hash, blocks }
    const number = await records.versions.add({ ...version, state: await rooms.state(material) })
    return { ...version, number }
  }

  get(material: MaterialId, number: number): Promise<VersionRecord | null> {
    return this.#options.records.versions.get(material, number)
  }
}

/** SHA-256 over the blocks as JSON, whose keys the schema orders: equal texts have equal hashes. */
export function contentHash(blocks: readonly Block[]): string {
  return createHash('sha256').update(JSON.stringify(blocks)).digest('hex')
}
