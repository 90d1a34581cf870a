/** What a page can know of its open material. One union: no component combines booleans. */
import type { Ability } from '../../shared/access/ability'
import type { CloseCode } from '../../shared/wire/close-codes'

/** Truth about what has been typed here. `saved` only when the server has committed all of it to disk. */
export type SaveState =
  | { kind: 'saved'; /** Unix ms of the commit's acknowledgement; null: nothing was typed yet. */ at: number | null }
  | { kind: 'saving' }
  | { kind: 'failing'; reason: 'server-disk' | 'local-store' }

export type Status =
  | { kind: 'connecting' }
  | { kind: 'syncing' }
  | { kind: 'live'; ability: Ability; save: SaveState }
  /** No network. `edits`: changes kept on this device (already in its store) that the server has not acknowledged. */
  | { kind: 'offline'; since: number; edits: number }
  | { kind: 'reconnecting'; edits: number }
  /** Closed for good; `edits` as above. */
  | { kind: 'refused'; code: CloseCode; edits: number }
