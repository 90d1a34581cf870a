/** One material as a thing with a state: who may do what to it, where it stands in the review, to whom its draft is open. */
import { TRANSITION_RULES, type Transition, transitionsFor } from '../../shared/access/transitions'
import { AppError } from '../../shared/errors'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { Asker } from './asker'
import type { Audit } from './audit'
import type { History } from './history'
import { materialInSight } from './rights'
import type { MaterialView } from './shapes'
import type { Versions } from './versions'
import { materialView } from './views'

export interface MaterialsOptions {
  records: Records
  rooms: Pick<RoomsPort, 'reconsider'>
  versions: Pick<Versions, 'approved'>
  history: Pick<History, 'atTransition'>
  audit: Audit
  clock: Clock
}

const NOTE_READING_EVERY_MS = 60 * 60_000
/** Remembered at most; the oldest is noted again. */
const MAX_READINGS = 10_000

export class Materials {
  readonly #options: MaterialsOptions
  readonly #readings = new Map<string, number>()

  constructor(options: MaterialsOptions) {
    this.#options = options
  }

  async get(asker: Asker, id: MaterialId): Promise<MaterialView> {
    const { records } = this.#options
    const { material, meeting, actor } = await materialInSight(records, id, asker.person)
    const progress = (await records.materials.progress(meeting.id)).find((entry) => entry.material === id)
    const view = materialView(material, meeting, actor, progress)
    if (view === null) throw new AppError('NOT_FOUND', 'No such material')
    if (view.ability !== 'state' && material.owner !== asker.person) await this.#noteReading(asker, id)
    return view
  }

  /** Reading is noted too, once an hour a person and material: pages ask again and again. */
  async #noteReading(asker: Asker, id: MaterialId): Promise<void> {
    const { audit, clock } = this.#options
    const key = `${asker.person} ${id}`
    const now = clock.now()
    if (now - (this.#readings.get(key) ?? Number.NEGATIVE_INFINITY) < NOTE_READING_EVERY_MS) return
    this.#readings.delete(key)
    this.#readings.set(key, now)
    if (this.#readings.size > MAX_READINGS) this.#readings.delete(this.#readings.keys().next().value ?? key)
    await audit.record(asker, 'material.read', `material ${id}`)
  }

  async transition(asker: Asker, id: MaterialId, name: Transition, reason: string | undefined): Promise<MaterialView> {
    const { records, rooms, versions, history, audit, clock } = this.#options
    const { material, facts, actor } = await materialInSight(records, id, asker.person)
    const rule = TRANSITION_RULES[name]
    const refusal = !rule.allows(facts, actor) ? 'FORBIDDEN' : !transitionsFor(facts, actor).includes(name) ? 'CONFLICT' : null
    if (refusal !== null) {
      await audit.record(asker, `material.${name}`, `material ${id}`, 'refused')
      throw new AppError(refusal, `No ${name} from ${material.state}`)
    }
    if (rule.needsReason && !reason) throw new AppError('INVALID_INPUT', 'A reason is needed', { field: 'reason' })
    const moved = await records.materials.advance(
      id,
      material.state,
      rule.to,
      rule.needsReason ? (reason ?? null) : null,
      clock.now(),
    )
    if (!moved) throw new AppError('CONFLICT', 'Somebody else was first')
    await audit.record(asker, `material.${name}`, `material ${id}`)
    await rooms.reconsider(id)
    await history.atTransition(id, name, asker.person)
    if (rule.to === 'approved') await versions.approved(id, asker.person)
    return this.get(asker, id)
  }

  async openTo(asker: Asker, id: MaterialId, people: readonly PersonId[]): Promise<MaterialView> {
    const { records, rooms, audit, clock } = this.#options
    const { material } = await materialInSight(records, id, asker.person)
    if (material.owner !== asker.person) throw new AppError('FORBIDDEN', 'Only its owner opens a draft')
    if (material.state !== 'draft') throw new AppError('CONFLICT', 'Only a draft is opened')
    const named = [...new Set(people)]
    for (const person of named) {
      const roles = (await records.members.get(material.meeting, person))?.roles ?? []
      const mayBeNamed = roles.some((role) => role === 'member' || role === 'principal' || role === 'office')
      if (!mayBeNamed || person === asker.person)
        throw new AppError('INVALID_INPUT', 'No colleague to open to', { field: 'people' })
    }
    await records.materials.change(id, { openedTo: named }, clock.now())
    await audit.record(asker, 'material.open-to', `material ${id} ${named.length} people`)
    await rooms.reconsider(id)
    return this.get(asker, id)
  }
}
