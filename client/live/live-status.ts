/** What a page can know of its way to the meeting. */
import type { CloseCode } from '../../shared/wire/close-codes'

export type LiveStatus =
  | { kind: 'connecting' }
  | { kind: 'live' }
  /** Comes back by itself. `since`: Unix ms by this device's clock. */
  | { kind: 'offline'; since: number }
  /** Closed for good. */
  | { kind: 'refused'; code: CloseCode }
