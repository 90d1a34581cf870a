/** The open rooms: opened by whoever comes first, kept while anyone is in or anything is unsaved, summed up and dropped after. */
import type { Line } from '../../shared/diff/lines'
import type { Stretch } from '../../shared/history/stretch'
import type { Origin } from '../../shared/history/written-when'
import type { MaterialId, PersonId } from '../../shared/ids'
import { atLeast } from '../../shared/access/ability'
import type { DocumentEdit, EditResult } from '../../shared/suggestions/document-edit'
import { CLOSE } from '../../shared/wire/close-codes'
import type { Notice } from '../../shared/wire/control'
import type { Clock } from '../platform/clock'
import type { AccessPort } from '../ports/access'
import type { RoomsPort } from '../ports/rooms'
import type { Capture, Survey, UpdateLog } from '../ports/update-log'
import type { GroupCommit } from './group-commit'
import type { Limits } from './limits'
import type { LiveSession } from './live-session'
import { Room } from './room'

export interface RoomsOptions {
  updateLog: UpdateLog
  commit: GroupCommit
  access: Pick<AccessPort, 'rightsOn'>
  clock: Clock
  limits: Limits
  onChanged(room: MaterialId): void
  onError(error: unknown, doing: string): void
}

export class Rooms implements RoomsPort {
  readonly #options: RoomsOptions
  readonly #open = new Map<MaterialId, Room>()
  /** One load a room: whoever comes meanwhile waits for the same. A failed load refuses, it never opens an empty room. */
  readonly #loading = new Map<MaterialId, Promise<Room>>()

  /** How often anybody's rights or session changed: what a newcomer was found to be holds until it does. */
  accessChanges = 0

  /** The last edit under way in each material. */
  readonly #edits = new Map<MaterialId, Promise<void>>()

  constructor(options: RoomsOptions) {
    this.#options = options
  }

  open(id: MaterialId): Promise<Room> {
    const room = this.#open.get(id)
    if (room !== undefined) return Promise.resolve(room)
    const loading = this.#loading.get(id) ?? this.#load(id).finally(() => this.#loading.delete(id))
    this.#loading.set(id, loading)
    return loading
  }

  /** Whether whoever opens this material now finds this very room. */
  holds(room: Room): boolean {
    return this.#open.get(room.id) === room
  }

  leave(session: LiveSession): void {
    const room = this.#open.get(session.material)
    room?.leave(session)
    if (room?.sessions.size === 0) this.#dropLater(room)
  }

  async survey(material: MaterialId): Promise<Survey> {
    await this.#written()
    return this.#options.updateLog.survey(material)
  }

  edit(material: MaterialId, edit: DocumentEdit, actor: PersonId): Promise<EditResult> {
    const before = this.#edits.get(material) ?? Promise.resolve()
    const result = before.then(() => this.#edit(material, edit, actor))
    // The next edit waits for this one and not for its success.
    const done = result.then(
      () => undefined,
      () => undefined,
    )
    this.#edits.set(material, done)
    void done.then(() => {
      if (this.#edits.get(material) === done) this.#edits.delete(material)
    })
    return result
  }

  async #edit(material: MaterialId, edit: DocumentEdit, actor: PersonId): Promise<EditResult> {
    await this.#written()
    const result = await this.#options.updateLog.workOut(material, edit)
    if (result.update !== null) await this.write(material, result.update, actor)
    return result
  }

  async capture(material: MaterialId, before: Uint8Array | null): Promise<Capture> {
    await this.#written()
    return this.#options.updateLog.capture(material, before)
  }

  async lines(material: MaterialId, state: Uint8Array | null): Promise<Line[]> {
    await this.#written()
    return this.#options.updateLog.lines(material, state)
  }

  async origins(material: MaterialId, stretches: readonly Stretch[]): Promise<Origin[]> {
    await this.#written()
    return this.#options.updateLog.origins(material, stretches)
  }

  async state(material: MaterialId): Promise<Uint8Array> {
    await this.#written()
    return this.#options.updateLog.state(material)
  }

  async write(material: MaterialId, update: Uint8Array, actor: PersonId | null): Promise<void> {
    const room = await this.open(material)
    // Dropped in the very moment between.
    if (!this.holds(room)) return this.write(material, update, actor)
    if (room.sessions.size === 0) this.#dropLater(room)
    await room.write(update, actor)
  }

  async reconsider(material: MaterialId): Promise<void> {
    this.accessChanges += 1
    const sessions = [...(this.#open.get(material)?.sessions ?? [])]
    await Promise.all(sessions.map((session) => this.#reconsider(session)))
  }

  signOut(sessionId: string): void {
    this.accessChanges += 1
    for (const session of this.#sessions()) {
      if (session.identity.sessionId === sessionId) session.outlet.close(CLOSE.signedOut, 'signed out')
    }
  }

  notify(notice: Notice): void {
    for (const room of this.#open.values()) room.notify(notice)
  }

  /** Sends everyone away; they may come back to the next process. */
  closeAll(): void {
    for (const session of this.#sessions()) session.outlet.close(CLOSE.shuttingDown, 'the server restarts')
  }

  async #load(id: MaterialId): Promise<Room> {
    const { updateLog, commit, clock, limits, onChanged, onError } = this.#options
    const stored = await updateLog.facts(id)
    const room = new Room({ id, stored, updateLog, commit, clock, limits, onChanged, onError })
    this.#open.set(id, room)
    return room
  }

  async #reconsider(session: LiveSession): Promise<void> {
    const rights = await this.#options.access.rightsOn(session.material, session.identity.person)
    if (rights === null) session.outlet.close(CLOSE.gone, 'this material is gone')
    else if (session.hasRights(rights)) return
    else if (!atLeast(rights.ability, 'read')) session.outlet.close(CLOSE.notAllowed, 'no right to read this material any more')
    else session.outlet.close(CLOSE.accessChanged, 'rights have changed')
  }

  #dropLater(room: Room): void {
    this.#options.clock.after(this.#options.limits.idleRoomMs, () => {
      if (!this.#mayDrop(room)) return
      void room.compact().then(() => {
        if (this.#mayDrop(room)) this.#open.delete(room.id)
      })
    })
  }

  /**
   * Somebody in it, or something not on disk, keeps a room (whoever leaves last comes back to `#dropLater`). One that was dropped
   * already may have had a second timer: its id belongs to another room now, with people in it.
   */
  #mayDrop(room: Room): boolean {
    return this.holds(room) && room.sessions.size === 0 && !room.unsaved
  }

  #written(): Promise<void> {
    return new Promise((resolve) => this.#options.commit.after(() => resolve()))
  }

  *#sessions(): Generator<LiveSession> {
    for (const room of this.#open.values()) yield* room.sessions
  }
}
