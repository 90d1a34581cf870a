/**
 * Whether a connection is still alive. The server's pings are invisible to a page, so silence is all there is to go by: after
 * too much of it we ask a question the server always answers, and a question unanswered means the connection is dead. With
 * something at stake (an edit not acknowledged, a sync not finished) a dead connection is noticed within 15 s.
 */
export const CHECK_EVERY_MS = 1_000
const SILENCE_AT_STAKE_MS = 5_000
const SILENCE_IDLE_MS = 30_000
const ANSWER_WITHIN_MS = 5_000
/** The browser says the network is gone; mostly it is right. */
const ANSWER_OFFLINE_WITHIN_MS = 2_000

export interface Silence {
  now: number
  heardAt: number
  /** When the unanswered question was asked; null: none is open. */
  askedAt: number | null
  atStake: boolean
  online: boolean
}

export function judgeSilence({ now, heardAt, askedAt, atStake, online }: Silence): 'alive' | 'ask' | 'dead' {
  if (askedAt !== null) return now - askedAt >= (online ? ANSWER_WITHIN_MS : ANSWER_OFFLINE_WITHIN_MS) ? 'dead' : 'alive'
  return now - heardAt >= (atStake ? SILENCE_AT_STAKE_MS : SILENCE_IDLE_MS) ? 'ask' : 'alive'
}
