/**
 * The save line: what may be said of one's own changes. 已保存 only for what the server has on disk; before anything was typed
 * it claims no save at all.
 */
import { CLOSE, type CloseCode } from '../../../shared/wire/close-codes'
import type { Status } from '../../collab/status'

type SaveTone = 'quiet' | 'ok' | 'busy' | 'warn' | 'danger'
/** What the person can do about it; wired by the page. */
type SaveRemedy = 'sign-in' | 'reload' | 'leave'

type RefusalKey = 'signedOut' | 'notAllowed' | 'gone' | 'outdated' | 'refusedChange' | 'refusedOther'

export interface SaveLine {
  /** Key under `workspace.save`. */
  key:
    | 'connecting'
    | 'syncing'
    | 'untouched'
    | 'saved'
    | 'saving'
    | 'failingServer'
    | 'failingLocal'
    | 'offline'
    | 'offlineClean'
    | 'offlineAtRisk'
    | 'reconnecting'
    | 'reconnectingEdits'
    | RefusalKey
  tone: SaveTone
  /** Changes the server has not acknowledged. */
  edits: number
  /** Unix ms; only with `saved`. */
  at: number | null
}

const line = (key: SaveLine['key'], tone: SaveTone, more: Partial<SaveLine> = {}): SaveLine => ({
  key,
  tone,
  edits: 0,
  at: null,
  ...more,
})

/** `atRisk`: changes have been in this page's memory alone for longer than a moment. */
export function saveLineOf(status: Status, atRisk = 0): SaveLine {
  if (atRisk > 0 && (status.kind === 'offline' || status.kind === 'reconnecting')) {
    return line('offlineAtRisk', 'danger', { edits: atRisk })
  }
  switch (status.kind) {
    case 'connecting':
      return line('connecting', 'quiet')
    case 'syncing':
      return line('syncing', 'quiet')
    case 'offline':
      return status.edits > 0 ? line('offline', 'warn', { edits: status.edits }) : line('offlineClean', 'warn')
    case 'reconnecting':
      return status.edits > 0 ? line('reconnectingEdits', 'warn', { edits: status.edits }) : line('reconnecting', 'warn')
    case 'refused':
      return line(refusalOf(status.code).key, 'danger', { edits: status.edits })
    case 'live':
      break
  }
  switch (status.save.kind) {
    case 'saving':
      return line('saving', 'busy')
    case 'failing':
      return line(status.save.reason === 'server-disk' ? 'failingServer' : 'failingLocal', 'danger')
    case 'saved':
      return status.save.at === null ? line('untouched', 'quiet') : line('saved', 'ok', { at: status.save.at })
  }
}

interface Refusal {
  key: RefusalKey
  remedy: SaveRemedy
}

/** Why the connection was closed for good, and the one way out. */
export function refusalOf(code: CloseCode): Refusal {
  switch (code) {
    case CLOSE.signedOut:
      return { key: 'signedOut', remedy: 'sign-in' }
    case CLOSE.notAllowed:
      return { key: 'notAllowed', remedy: 'leave' }
    case CLOSE.gone:
      return { key: 'gone', remedy: 'leave' }
    case CLOSE.outdated:
      return { key: 'outdated', remedy: 'reload' }
    case CLOSE.refusedChange:
      return { key: 'refusedChange', remedy: 'reload' }
    default:
      return { key: 'refusedOther', remedy: 'reload' }
  }
}

export function atRiskIn(status: Status): number {
  return 'atRisk' in status ? (status.atRisk ?? 0) : 0
}

/**
 * What a screen reader is told, and only when it changes: nothing of ordinary saving, each trouble once, and one word when it
 * is over. `null`: say nothing.
 */
export type SaveVoice = 'offline' | 'reconnecting' | 'failing' | 'refused' | 'recovered' | null

export function saveVoice(before: SaveVoice, status: Status): SaveVoice {
  switch (status.kind) {
    case 'connecting':
    case 'syncing':
      return before
    case 'offline':
    case 'reconnecting':
    case 'refused':
      return status.kind
    case 'live':
      if (status.save.kind === 'failing') return 'failing'
      // Trouble is over only when what was typed meanwhile is on disk.
      if (before === null || before === 'recovered' || status.save.kind === 'saving') return before
      return 'recovered'
  }
}
