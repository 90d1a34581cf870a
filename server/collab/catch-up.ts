/** What somebody lacks, from what is stored: for newcomers, for those who come back, and for slow readers. No document is built here. */
import * as Y from 'yjs'
import type { MaterialId } from '../../shared/ids'
import { EMPTY_UPDATE, syncStep2Frame, updateFrame } from '../../shared/wire/frames'
import type { Snapshot, UpdateLog } from '../ports/update-log'
import type { KnownState } from './known-state'

export interface CatchUpOptions {
  room: MaterialId
  known: KnownState
  updateLog: Pick<UpdateLog, 'load' | 'diff'>
}

export class CatchUp {
  readonly #options: CatchUpOptions

  constructor(options: CatchUpOptions) {
    this.#options = options
  }

  /** Sends what someone with `clocks` lacks: zero or more updates, then a step 2. They must be subscribed already: what is committed meanwhile reaches them by broadcast. */
  async send(send: (frame: Uint8Array) => void, clocks: ReadonlyMap<number, number>): Promise<void> {
    const { known, updateLog, room } = this.#options
    if (known.isCoveredBy(clocks)) {
      send(syncStep2Frame(known.deletions()))
      return
    }
    const { snapshot, tail } = await updateLog.load(room)
    if (snapshot) send(updateFrame(await this.#missingOf(snapshot, clocks)))
    for (const { update } of tail) send(updateFrame(update))
    send(syncStep2Frame(EMPTY_UPDATE))
  }

  async #missingOf(snapshot: Snapshot, clocks: ReadonlyMap<number, number>): Promise<Uint8Array> {
    if (clocks.size === 0) return snapshot.state
    const inSnapshot = Y.decodeStateVector(snapshot.stateVector)
    const hasAll = [...inSnapshot].every(([client, clock]) => (clocks.get(client) ?? 0) >= clock)
    if (hasAll) return snapshot.deletions
    return this.#options.updateLog.diff(this.#options.room, Y.encodeStateVector(new Map(clocks)))
  }
}
