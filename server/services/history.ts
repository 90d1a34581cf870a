/**
 * A material through time: versions kept by themselves at quiet moments and at every change of state, and by hand with a name;
 * what each says, and going back to it. Who could not read the material when a version was taken does not see it later either.
 */
import { atLeast } from '../../shared/access/ability'
import { abilityOn } from '../../shared/access/can'
import type { Transition } from '../../shared/access/transitions'
import { AppError } from '../../shared/errors'
import type { Stretch } from '../../shared/history/stretch'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import type { VersionEntry, VersionFacts } from '../ports/live-records'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { type MaterialInSight, materialInSight } from './rights'
import type { OriginsView, VersionText, VersionView } from './shapes'
import { contentHash } from './versions'

/** Nobody wrote for so long: a quiet moment. */
const QUIET_MS = 5 * 60_000
/** Where it never gets quiet. */
const AT_LATEST_MS = 60 * 60_000

/** As a version's number: the text as it is now. */
const NOW = 0

export interface HistoryOptions {
  records: Records
  rooms: Pick<RoomsPort, 'capture' | 'lines' | 'origins' | 'edit'>
  audit: Audit
  clock: Clock
}

type Kept = Pick<VersionEntry, 'kind' | 'actor'> & Pick<VersionFacts, 'label' | 'note'>

export class History {
  readonly #options: HistoryOptions
  /** Materials with changes in no version: since when, and the last one. */
  readonly #changed = new Map<MaterialId, { first: number; last: number }>()

  constructor(options: HistoryOptions) {
    this.#options = options
  }

  /** A material's text changed. */
  changed(material: MaterialId): void {
    const now = this.#options.clock.now()
    this.#changed.set(material, { first: this.#changed.get(material)?.first ?? now, last: now })
  }

  /** Keeps a version of whatever has come to rest. */
  async sweep(): Promise<void> {
    const now = this.#options.clock.now()
    for (const [material, { first, last }] of [...this.#changed]) {
      if (now - last < QUIET_MS && now - first < AT_LATEST_MS) continue
      this.#changed.delete(material)
      await this.#keep(material, { kind: 'auto', actor: null, label: '', note: '' })
    }
  }

  /** The material has just gone through `transition`. An approval keeps its own version (`versions.ts`). */
  async atTransition(material: MaterialId, transition: Transition, actor: PersonId): Promise<void> {
    if (transition === 'approve') await this.#keep(material, { kind: 'auto', actor: null, label: '', note: '' })
    else await this.#keep(material, { kind: 'state', actor, label: transition, note: '' })
  }

  async list(asker: Asker, material: MaterialId): Promise<VersionView[]> {
    const seen = await materialInSight(this.#options.records, material, asker.person, 'read')
    const entries = (await this.#options.records.versions.list(material)).filter((entry) => maySee(seen, entry))
    return Promise.all(entries.map((entry) => this.#view(entry)))
  }

  async name(asker: Asker, material: MaterialId, { label, note }: { label: string; note: string }): Promise<VersionView> {
    const { records, audit } = this.#options
    await materialInSight(records, material, asker.person, 'edit')
    const entry = await this.#keep(material, { kind: 'named', actor: asker.person, label, note })
    await audit.record(asker, 'version.name', `material ${material} version ${entry.number}`)
    return this.#view(entry)
  }

  async read(asker: Asker, material: MaterialId, number: number): Promise<VersionText> {
    const state = await this.stateOf(asker, material, number)
    const lines = await this.#options.rooms.lines(material, state)
    const authors = new Set(lines.flatMap(({ words }) => words.flatMap(({ author }) => author ?? [])))
    return { lines, people: await this.#people([...authors]) }
  }

  /** Who wrote `stretches` of the text, and when. */
  async origins(asker: Asker, material: MaterialId, stretches: readonly Stretch[]): Promise<OriginsView> {
    const { records, rooms } = this.#options
    await materialInSight(records, material, asker.person, 'read')
    const origins = await rooms.origins(material, stretches)
    return { origins, people: await this.#people([...new Set(origins.flatMap(({ person }) => person ?? []))]) }
  }

  /** The document of a version for somebody who may see it; null: as it is now. */
  async stateOf(asker: Asker, material: MaterialId, number: number): Promise<Uint8Array | null> {
    const { records } = this.#options
    const seen = await materialInSight(records, material, asker.person, 'read')
    if (number === NOW) return null
    const entry = (await records.versions.list(material)).find((each) => each.number === number)
    const state = entry !== undefined && maySee(seen, entry) ? await records.versions.state(material, number) : null
    if (state === null) throw new AppError('NOT_FOUND', 'No such version')
    return state
  }

  /** What it said then, as a new change. @returns the version kept of what stood before. */
  async restore(asker: Asker, material: MaterialId, number: number): Promise<VersionView> {
    const { records, rooms, audit } = this.#options
    await materialInSight(records, material, asker.person, 'edit')
    const state = await this.stateOf(asker, material, number)
    if (state === null) throw new AppError('INVALID_INPUT', 'The text is as it is now', { field: 'version' })
    const before = await this.#keep(material, { kind: 'restore', actor: asker.person, label: String(number), note: '' })
    await rooms.edit(material, { kind: 'restore', state }, asker.person)
    await audit.record(asker, 'version.restore', `material ${material} version ${number}`)
    return this.#view(before)
  }

  /** Keeps what stands before `label`, a file, takes its place. */
  async beforeImport(asker: Asker, material: MaterialId, label: string): Promise<void> {
    await this.#keep(material, { kind: 'import', actor: asker.person, label, note: '' })
  }

  /** A version of the text as it is; of its own accord only where it differs from the last one. @returns that or the last. */
  async #keep(material: MaterialId, { kind, actor, label, note }: Kept): Promise<VersionEntry> {
    const { records, rooms, clock } = this.#options
    const [last] = await records.versions.list(material)
    const before = last === undefined ? null : await records.versions.state(material, last.number)
    const { seq, state, blocks, writers } = await rooms.capture(material, before)
    if ((kind === 'auto' || kind === 'import') && last?.seq === seq) return last
    const standing = (await records.materials.get(material))?.state ?? 'draft'
    const entry = { material, kind, actor, label, note, seq, writers, standing, at: clock.now() }
    const number = await records.versions.add({ ...entry, hash: contentHash(blocks), blocks, state })
    return { ...entry, number }
  }

  async #view({ number, kind, label, note, at, actor, writers }: VersionEntry): Promise<VersionView> {
    const [by] = actor === null ? [] : await this.#people([actor])
    return { number, kind, label, note, at, by: by ?? null, writers: await this.#people(writers) }
  }

  async #people(people: readonly PersonId[]): Promise<VersionText['people']> {
    const found = await Promise.all(people.map((person) => this.#options.records.people.get(person)))
    return found.flatMap((person) => (person === null ? [] : [{ person: person.id, name: person.name, color: person.color }]))
  }
}

/** A draft stays its owner's, also once the finished text is read by others. */
function maySee({ facts, actor }: MaterialInSight, { standing }: VersionEntry): boolean {
  return atLeast(abilityOn({ ...facts, state: standing }, actor), 'read')
}
