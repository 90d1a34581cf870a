/** Bounds of one socket and one room. Generous for people, tight for a runaway client; every unit is in the name. */
export interface Limits {
  /** A larger WebSocket message closes its sender. */
  maxMessageBytes: number
  /** Sustained messages a second, and how many may come at once. */
  messagesPerSecond: number
  messageBurst: number
  /** Above this much unsent data a reader gets no further frames until it has caught up. */
  lagBytes: number
  /** A reader that has not caught up after this long is closed and may come back. */
  maxLagMs: number
  /** A busy house commits at most this often; a quiet one at once. */
  commitWindowMs: number
  /** Busy rooms are flushed at most this often; a quiet room at once. */
  flushWindowMs: number
  /** Presence goes out at most this often, the latest state of each client. */
  presenceWindowMs: number
  /** A ping unanswered until the next one closes the socket. */
  pingEveryMs: number
  /** Rows, or bytes, of a room's log that call for a new snapshot. */
  compactRows: number
  compactBytes: number
  /** One that took 100 ms is followed by so many times that without one, however much is written. */
  compactRestFactor: number
  /** An empty room stays in memory this long. */
  idleRoomMs: number
  /** A suggestion dated further ahead of the server's clock than this is refused. */
  clockSkewMs: number
  /** Messages a newcomer may send before its room is loaded. */
  maxEarlyMessages: number
}

export const DEFAULT_LIMITS: Limits = {
  maxMessageBytes: 4 * 1024 * 1024,
  messagesPerSecond: 1_000,
  messageBurst: 5_000,
  lagBytes: 256 * 1024,
  maxLagMs: 30_000,
  commitWindowMs: 16,
  flushWindowMs: 16,
  presenceWindowMs: 40,
  pingEveryMs: 20_000,
  compactRows: 5_000,
  compactBytes: 1024 * 1024,
  compactRestFactor: 50,
  idleRoomMs: 30_000,
  clockSkewMs: 10 * 60_000,
  maxEarlyMessages: 100,
}
