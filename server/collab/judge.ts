/**
 * The judge of those who may only suggest. It holds the one document a room has, beside the hot path and only while somebody
 * is there to be judged: every committed or accepted update is applied to it, a suggester's is applied here first and goes
 * further only if `shared/suggestions/verdict` finds nothing but proposals in it. Editors never wait for it.
 */
import * as Y from 'yjs'
import type { MaterialId, PersonId } from '../../shared/ids'
import { rootOf } from '../../shared/schema/ydoc'
import { newSuggestionId } from '../../shared/suggestions/proposal'
import { keepApart } from '../../shared/suggestions/keep-apart'
import { repair } from '../../shared/suggestions/repair'
import { conclude, type Inspection, inspect, type Refusal, type Verdict } from '../../shared/suggestions/verdict'
import type { Clock } from '../platform/clock'
import type { UpdateLog } from '../ports/update-log'

/** `repair`: a further update by the server, to be sent to all, the sender included; null: nothing had to be mended. */
export type Ruling = { ok: true; repair: Uint8Array | null } | { ok: false; refusal: Refusal | 'client' | 'broken' }

/** How long after a change of others a block counts as contested: longer than any honest message is on its way. */
const CONTESTED_MS = 15_000

export interface Judged {
  update: Uint8Array
  person: PersonId
  scope: 'everywhere' | 'drafted'
  /** Whose structs are in it. */
  clients: Iterable<number>
  /** Written before this connection: offline, or in the moment it was lost. */
  late: boolean
}

export interface JudgeOptions {
  room: MaterialId
  updateLog: Pick<UpdateLog, 'state' | 'clients'>
  clock: Clock
  clockSkewMs: number
  /** Resolves when everything the room took so far is on disk, where `state` reads. */
  written(): Promise<void>
  onError(error: unknown, doing: string): void
  /** An editor's change met a suggester's: a further update by the server, to be sent to all. */
  onRepair(update: Uint8Array): void
}

/** What the room took from someone who need not be judged. */
export interface Taken {
  update: Uint8Array
  actor: PersonId | null
  /** Whose structs are new in it. */
  newClients: Iterable<number>
  /** `person`: somebody's page wrote it, now or (`late`) before this connection; `server`: worked out here, and as it should be. */
  by: 'person' | 'late' | 'server'
}

export class Judge {
  readonly #options: JudgeOptions
  #doc: Y.Doc | null = null
  #owners = new Map<number, PersonId>()
  /** What the room took while the copy was being built. */
  #meanwhile: Taken[] = []
  #waiting: (() => void)[] = []
  #ended = false
  #repairs = 0
  /** What editors took away of each proposal. */
  readonly #takenAway = new Map<string, string>()
  /** When each person last changed a block; null: the server. */
  #touched = new WeakMap<Y.XmlElement, Map<PersonId | null, number>>()

  constructor(options: JudgeOptions) {
    this.#options = options
    this.#build()
  }

  /** Runs `task` when the copy is ready, in the order of the calls: at once if it is. */
  whenReady(task: () => void): void {
    if (this.#doc !== null && this.#waiting.length === 0) task()
    else this.#waiting.push(task)
  }

  apply(taken: Taken): void {
    const { actor, newClients } = taken
    if (actor !== null) for (const client of newClients) this.#own(client, actor)
    if (this.#doc === null) this.#meanwhile.push(taken)
    else this.#follow(this.#doc, taken)
  }

  #follow(doc: Y.Doc, { update, actor, by }: Taken): void {
    const isContested = (block: Y.XmlElement) => by === 'late' || this.#isContested(block, actor)
    const repairs: Uint8Array[] = []
    const listen = (bytes: Uint8Array, origin: unknown) => {
      if (origin === this.#repairs) repairs.push(bytes)
    }
    const watch = (transaction: Y.Transaction) => {
      if (transaction.origin !== this) return
      if (by !== 'server') {
        this.#repairs += 1
        doc.transact(() => keepApart(transaction, { isContested, takenAway: this.#takenAway }), this.#repairs)
      }
      this.#touch(blocksChangedBy(transaction), by === 'server' ? null : actor)
    }
    doc.on('afterTransaction', watch)
    doc.on('update', listen)
    try {
      Y.applyUpdate(doc, update, this)
    } finally {
      doc.off('afterTransaction', watch)
      doc.off('update', listen)
    }
    if (repairs.length > 0) this.#options.onRepair(Y.mergeUpdates(repairs))
  }

  /** Call it from `whenReady` only. */
  rule({ update, person, scope, clients, late }: Judged): Ruling {
    const doc = this.#doc
    if (doc === null) return { ok: false, refusal: 'broken' }
    const writers = [...clients]
    // What has no owner and is in use is the server's.
    const isTheirs = (client: number) =>
      (this.#owners.get(client) ?? (Y.getState(doc.store, client) > 0 ? null : person)) === person
    if (!writers.every(isTheirs)) return { ok: false, refusal: 'client' }
    let ruling: Ruling
    try {
      ruling = this.#try(
        doc,
        update,
        { person, scope, latest: this.#options.clock.now() + this.#options.clockSkewMs },
        writers,
        late,
      )
    } catch (error) {
      this.#options.onError(error, 'judging a change')
      ruling = { ok: false, refusal: 'broken' }
    }
    if (ruling.ok) for (const client of writers) this.#own(client, person)
    // The copy now holds what was refused: a new one is built, off the path.
    else this.#rebuild()
    return ruling
  }

  end(): void {
    this.#ended = true
    this.#doc?.destroy()
    this.#doc = null
    this.#waiting = []
  }

  #try(doc: Y.Doc, update: Uint8Array, judged: Inspection['judged'], writers: readonly number[], late: boolean): Ruling {
    const { person } = judged
    const repairs: Uint8Array[] = []
    let verdict: Verdict = { ok: true }
    let changed: Y.XmlElement[] = []
    const listen = (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.origin === this.#repairs) repairs.push(bytes)
    }
    const watch = (transaction: Y.Transaction) => {
      if (transaction.origin !== this) return
      changed = blocksChangedBy(transaction)
      const inspection = inspect(transaction, judged)
      verdict = conclude(inspection)
      if (verdict.ok || verdict.refusal === 'structure' || verdict.refusal === 'foreign') return
      this.#repairs += 1
      const isOwnClient = (client: number) => writers.includes(client) || this.#owners.get(client) === person
      const isContested = (block: Y.XmlElement) => late || this.#isContested(block, person)
      const newId = () => newSuggestionId(person, this.#options.clock.now(), Math.random())
      doc.transact(() => {
        if (repair(inspection, { isOwnClient, isContested, newId })) verdict = conclude(inspection)
      }, this.#repairs)
    }
    doc.on('afterTransaction', watch)
    doc.on('update', listen)
    try {
      Y.applyUpdate(doc, update, this)
    } finally {
      doc.off('afterTransaction', watch)
      doc.off('update', listen)
    }
    if (!verdict.ok) return verdict
    this.#touch(changed, person)
    return { ok: true, repair: repairs.length === 0 ? null : Y.mergeUpdates(repairs) }
  }

  #touch(blocks: readonly Y.XmlElement[], person: PersonId | null): void {
    const at = this.#options.clock.now()
    for (const block of blocks) {
      const touched = this.#touched.get(block) ?? new Map<PersonId | null, number>()
      touched.set(person, at)
      this.#touched.set(block, touched)
    }
  }

  /** Somebody else was at work here a moment ago. */
  #isContested(block: Y.XmlElement, person: PersonId | null): boolean {
    const since = this.#options.clock.now() - CONTESTED_MS
    return [...(this.#touched.get(block) ?? [])].some(([other, at]) => other !== person && at >= since)
  }

  #own(client: number, person: PersonId): void {
    if (!this.#owners.has(client)) this.#owners.set(client, person)
  }

  #rebuild(): void {
    this.#doc?.destroy()
    this.#doc = null
    this.#build()
  }

  #build(): void {
    this.#load().catch((error: unknown) => {
      if (this.#ended) return
      this.#options.onError(error, "building the judge's copy")
      this.#options.clock.after(1_000, () => this.#build())
    })
  }

  async #load(): Promise<void> {
    const { updateLog, room, written } = this.#options
    await written()
    const [state, owners] = await Promise.all([updateLog.state(room), updateLog.clients(room)])
    if (this.#ended) return
    const doc = new Y.Doc()
    rootOf(doc)
    Y.applyUpdate(doc, state)
    for (const taken of this.#meanwhile.splice(0)) this.#follow(doc, taken)
    for (const [client, person] of owners) this.#own(client, person)
    this.#doc = doc
    while (this.#doc !== null) {
      const task = this.#waiting.shift()
      if (task === undefined) return
      task()
    }
  }
}

function blocksChangedBy(transaction: Y.Transaction): Y.XmlElement[] {
  return [...transaction.changed.keys()].flatMap((type) => {
    const block: unknown = type instanceof Y.XmlText ? type.parent : type
    return block instanceof Y.XmlElement ? [block] : []
  })
}
