/** What somebody lacks, from what is stored: for newcomers, for those who come back, and for slow readers. No document is built here. */
import * as Y from 'yjs'
import type { MaterialId } from '../../shared/ids'
import { mergeReadable } from '../../shared/updates/merge-updates'
import { EMPTY_UPDATE, syncStep2Frame, updateFrame } from '../../shared/wire/frames'
import type { UpdateLog } from '../ports/update-log'
import type { KnownState } from './known-state'

export interface CatchUpOptions {
  room: MaterialId
  known: KnownState
  updateLog: Pick<UpdateLog, 'facts' | 'missing'>
  tail: { /** How many rows of the log are not summed up. */ readonly rows: number }
}

/** Reading and merging more rows than this would hold up everyone's keystrokes. */
const LONG_TAIL = 500

export class CatchUp {
  readonly #options: CatchUpOptions

  constructor(options: CatchUpOptions) {
    this.#options = options
  }

  /** Sends what someone with `clocks` lacks: zero or more updates, then a step 2. They must be subscribed already: what is committed meanwhile reaches them by broadcast. */
  async send(send: (...frames: Uint8Array[]) => void, clocks: ReadonlyMap<number, number>): Promise<void> {
    const { known } = this.#options
    if (known.isCoveredBy(clocks)) {
      send(syncStep2Frame(known.deletions()))
      return
    }
    const missing = await this.#missing(clocks)
    send(...missing.map(updateFrame), syncStep2Frame(EMPTY_UPDATE))
  }

  async #missing(clocks: ReadonlyMap<number, number>): Promise<Uint8Array[]> {
    const { room, updateLog, tail: stored } = this.#options
    // A whole document is read on the other thread as well: copying it here would hold up everyone's keystrokes.
    if (stored.rows <= LONG_TAIL && clocks.size > 0) {
      const { snapshot, tail } = await updateLog.facts(room)
      const summedUp = snapshot ? Y.decodeStateVector(snapshot.stateVector) : new Map<number, number>()
      const hasAll = [...summedUp].every(([client, clock]) => (clocks.get(client) ?? 0) >= clock)
      if (hasAll) return [...(snapshot ? [snapshot.deletions] : []), ...mergeReadable(tail.map(({ update }) => update))]
    }
    return updateLog.missing(room, Y.encodeStateVector(new Map(clocks)))
  }
}
