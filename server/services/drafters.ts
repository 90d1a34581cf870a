/** Who drafts which section of the collective material (执笔人). */
import { AppError } from '../../shared/errors'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { materialInSight } from './rights'

export interface DraftersOptions {
  records: Records
  rooms: Pick<RoomsPort, 'edit'>
  audit: Audit
}

export class Drafters {
  readonly #options: DraftersOptions

  constructor(options: DraftersOptions) {
    this.#options = options
  }

  /** `heading`: `client:clock`. `person` null: the section has no drafter. */
  async assign(asker: Asker, id: MaterialId, heading: string, person: PersonId | null): Promise<void> {
    const { records, rooms, audit } = this.#options
    const { material, actor } = await materialInSight(records, id, asker.person, 'edit')
    const runs = actor.roles.includes('office') || actor.roles.includes('principal')
    if (material.kind !== 'collective' || !runs)
      throw new AppError('FORBIDDEN', 'Only the office and the principal name drafters')
    if (person !== null && (await records.members.get(material.meeting, person)) === null) {
      throw new AppError('INVALID_INPUT', 'No member of this meeting', { field: 'person' })
    }
    const { barred } = await rooms.edit(id, { kind: 'assignDrafter', heading, person }, asker.person)
    if (barred !== null) throw new AppError('CONFLICT', 'This heading is gone')
    await audit.record(asker, 'material.assign-drafter', `material ${id} person ${person ?? 'none'}`)
  }
}
