/**
 * The process log: plain JSON lines. It names ids and events, never what people write: no document text, no password, no
 * cookie. The redactions are a second net under that rule.
 */
import { type Logger, pino } from 'pino'

export type Log = Logger

const REDACTED = ['cookie', 'authorization', 'password', 'current', 'next', 'token', 'set-cookie']

export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: REDACTED.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `req.headers["${key}"]`]),
      censor: '[redacted]',
    },
  })
}
