/** What a page can know of its open material. One union: no component combines booleans. */
import type { Ability } from '../../shared/access/ability'
import type { CloseCode } from '../../shared/wire/close-codes'

/**
 * Truth about what has been typed here. `saved` only when the server has committed all of it to disk. `failing`: the server
 * cannot write to its disk (`server-disk`); if this device's store cannot take the changes either, it is `local-store`.
 */
export type SaveState =
  | { kind: 'saved' /** Unix ms of the commit's acknowledgement; null: nothing was typed yet. */; at: number | null }
  | { kind: 'saving' }
  | { kind: 'failing'; reason: 'server-disk' | 'local-store' }

/** Changes the server has not acknowledged. */
export interface Unacknowledged {
  /** Kept on this device: already in its store. */
  edits: number
  /** In this page's memory only: closing it would lose them. Longer than a moment: the device's store fails. Absent: none. */
  atRisk?: number
}

export type Status =
  | { kind: 'connecting' }
  | { kind: 'syncing' }
  | { kind: 'live'; ability: Ability; save: SaveState }
  /** No network, or no way to the server for a while. `since`: Unix ms. */
  | ({ kind: 'offline'; since: number } & Unacknowledged)
  | ({ kind: 'reconnecting' } & Unacknowledged)
  /** Closed for good. After `refusedChange` and its like `edits` are set aside, out of the way of the next opening. */
  | ({ kind: 'refused'; code: CloseCode } & Unacknowledged)
