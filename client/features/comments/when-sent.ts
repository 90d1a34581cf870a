import type { Session } from '../../collab/session'

const LONGEST_WAIT_MS = 8_000

/** Resolves when the server has all that was written here, or soon: a place in words it has not got yet is none to it. */
export function whenSent(session: Pick<Session, 'status' | 'subscribe'>): Promise<void> {
  const isSent = () => {
    const status = session.status()
    return status.kind === 'live' && status.save.kind === 'saved'
  }
  if (isSent()) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(done, LONGEST_WAIT_MS)
    const stop = session.subscribe(() => {
      if (isSent()) done()
    })
  })
}
