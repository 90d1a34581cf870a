import { AppError } from '../../shared/errors'
import type { PersonRecord, Records } from '../ports/records'
import type { Asker } from './asker'
import type { MeView } from './shapes'

/** What a page needs to know of the person in front of it. */
export class Me {
  readonly #records: Records
  readonly #idleMinutes: number

  constructor({ records, idleMinutes }: { records: Records; idleMinutes: number }) {
    this.#records = records
    this.#idleMinutes = idleMinutes
  }

  async get(asker: Asker): Promise<MeView> {
    const person = await this.#records.people.get(asker.person)
    if (person === null) throw new AppError('UNAUTHORIZED')
    return this.of(person)
  }

  async of({ id, name, username, color, adminRoles }: PersonRecord): Promise<MeView> {
    const team = (await this.#records.team.name()) ?? ''
    return { person: id, name, username, color, adminRoles, team, idleMinutes: this.#idleMinutes }
  }
}
