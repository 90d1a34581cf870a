/** Bounds of the meeting's sockets; every unit is in the name. */
export interface LiveLimits {
  maxMessageBytes: number
  messagesPerSecond: number
  messageBurst: number
  /** More unsent bytes than this and the reader is closed, to come back for a whole `welcome`. */
  maxUnsentBytes: number
  /** Places and whereabouts go out at most this often, the latest. */
  windowMs: number
  /** A ping unanswered until the next one closes the socket. */
  pingEveryMs: number
  /** A projector that has not said its code by then is closed. */
  codeWithinMs: number
  /** Wrong codes from one address. */
  wrongCodesPerMinute: number
  /** Messages somebody may send before they are let in. */
  maxEarlyMessages: number
  /** A meeting nobody is in stays in memory this long. */
  idleHallMs: number
}

export const DEFAULT_LIVE_LIMITS: LiveLimits = {
  maxMessageBytes: 64 * 1024,
  messagesPerSecond: 50,
  messageBurst: 500,
  maxUnsentBytes: 1024 * 1024,
  windowMs: 50,
  pingEveryMs: 30_000,
  codeWithinMs: 10_000,
  wrongCodesPerMinute: 10,
  maxEarlyMessages: 100,
  idleHallMs: 30_000,
}
