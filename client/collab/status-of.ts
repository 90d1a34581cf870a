/** From facts to the one thing a page may say: a pure table. */
import type { Ability } from '../../shared/access/ability'
import type { CloseCode } from '../../shared/wire/close-codes'
import type { SaveState, Status } from './status'

/** After this long without the server, "reconnecting" would be a promise nobody can keep. */
const OFFLINE_AFTER_MS = 10_000

export interface Facts {
  now: number
  online: boolean
  /** A socket is open. */
  isOpen: boolean
  /** Since when there is none; null: there is one, or the first attempt has not failed yet. */
  downSince: number | null
  /** Complete on this connection. */
  isSynced: boolean
  /** It was complete once. */
  wasSynced: boolean
  /** Told by the server on this connection. */
  ability: Ability | null
  refused: CloseCode | null
  /** Something typed here is not acknowledged. */
  isUnsaved: boolean
  savedAt: number | null
  serverDiskFails: boolean
  localStoreFails: boolean
  edits: number
  atRisk: number
}

export function statusOf(facts: Facts): Status {
  const { now, online, isOpen, downSince, isSynced, wasSynced, ability, refused } = facts
  const unacknowledged = facts.atRisk > 0 ? { edits: facts.edits, atRisk: facts.atRisk } : { edits: facts.edits }
  if (refused !== null) return { kind: 'refused', code: refused, ...unacknowledged }
  if (isOpen) {
    if (isSynced && ability !== null) return { kind: 'live', ability, save: saveOf(facts) }
    return wasSynced ? { kind: 'reconnecting', ...unacknowledged } : { kind: 'syncing' }
  }
  if (downSince !== null && (!online || now - downSince >= OFFLINE_AFTER_MS)) {
    return { kind: 'offline', since: downSince, ...unacknowledged }
  }
  return wasSynced ? { kind: 'reconnecting', ...unacknowledged } : { kind: 'connecting' }
}

function saveOf({ isUnsaved, savedAt, serverDiskFails, localStoreFails, atRisk }: Facts): SaveState {
  if (serverDiskFails) return { kind: 'failing', reason: localStoreFails && atRisk > 0 ? 'local-store' : 'server-disk' }
  return isUnsaved ? { kind: 'saving' } : { kind: 'saved', at: savedAt }
}
