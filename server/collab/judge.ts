/**
 * The judge of those who may only suggest. It holds the one document a room has, beside the hot path and only while somebody
 * is there to be judged: every committed or accepted update is applied to it, a suggester's is applied here first and goes
 * further only if `shared/suggestions/verdict` finds nothing but proposals in it. Editors never wait for it.
 */
import * as Y from 'yjs'
import type { MaterialId, PersonId } from '../../shared/ids'
import { rootOf } from '../../shared/schema/ydoc'
import { newSuggestionId } from '../../shared/suggestions/proposal'
import { repair } from '../../shared/suggestions/repair'
import { conclude, inspect, type Refusal, type Verdict } from '../../shared/suggestions/verdict'
import type { Clock } from '../platform/clock'
import type { UpdateLog } from '../ports/update-log'

/** `repair`: a further update by the server, to be sent to all, the sender included; null: nothing had to be mended. */
export type Ruling = { ok: true; repair: Uint8Array | null } | { ok: false; refusal: Refusal | 'client' | 'broken' }

export interface JudgeOptions {
  room: MaterialId
  updateLog: Pick<UpdateLog, 'state' | 'clients'>
  clock: Clock
  clockSkewMs: number
  /** Resolves when everything the room took so far is on disk, where `state` reads. */
  written(): Promise<void>
  onError(error: unknown, doing: string): void
}

export class Judge {
  readonly #options: JudgeOptions
  #doc: Y.Doc | null = null
  #owners = new Map<number, PersonId>()
  /** What the room took while the copy was being built. */
  #meanwhile: Uint8Array[] = []
  #waiting: (() => void)[] = []
  #ended = false
  #repairs = 0

  constructor(options: JudgeOptions) {
    this.#options = options
    this.#build()
  }

  /** Runs `task` when the copy is ready, in the order of the calls: at once if it is. */
  whenReady(task: () => void): void {
    if (this.#doc !== null && this.#waiting.length === 0) task()
    else this.#waiting.push(task)
  }

  /** The room took `update` from someone who need not be judged. */
  apply(update: Uint8Array, actor: PersonId | null, newClients: Iterable<number>): void {
    if (actor !== null) for (const client of newClients) this.#own(client, actor)
    if (this.#doc === null) this.#meanwhile.push(update)
    else Y.applyUpdate(this.#doc, update)
  }

  /** Judges `update`, whose structs are those of `clients`. Call it from `whenReady` only. */
  rule(update: Uint8Array, person: PersonId, clients: Iterable<number>): Ruling {
    const doc = this.#doc
    if (doc === null) return { ok: false, refusal: 'broken' }
    const writers = [...clients]
    if (writers.some((client) => (this.#owners.get(client) ?? person) !== person)) return { ok: false, refusal: 'client' }
    let ruling: Ruling
    try {
      ruling = this.#try(doc, update, person, new Set(writers))
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

  #try(doc: Y.Doc, update: Uint8Array, person: PersonId, writers: ReadonlySet<number>): Ruling {
    const latest = this.#options.clock.now() + this.#options.clockSkewMs
    const repairs: Uint8Array[] = []
    let verdict: Verdict = { ok: true }
    const listen = (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.origin === this.#repairs) repairs.push(bytes)
    }
    const watch = (transaction: Y.Transaction) => {
      if (transaction.origin !== this) return
      const inspection = inspect(transaction, { person, latest })
      verdict = conclude(inspection)
      if (verdict.ok || verdict.refusal !== 'text') return
      this.#repairs += 1
      const isOwnClient = (client: number) => writers.has(client) || this.#owners.get(client) === person
      const newId = () => newSuggestionId(person, this.#options.clock.now(), Math.random())
      doc.transact(() => {
        if (repair(inspection, { isOwnClient, newId })) verdict = conclude(inspection)
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
    return { ok: true, repair: repairs.length === 0 ? null : Y.mergeUpdates(repairs) }
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
    for (const update of this.#meanwhile.splice(0)) Y.applyUpdate(doc, update)
    for (const [client, person] of owners) this.#own(client, person)
    this.#doc = doc
    while (this.#doc !== null) {
      const task = this.#waiting.shift()
      if (task === undefined) return
      task()
    }
  }
}
