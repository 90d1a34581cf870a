/** A change of state may take away the right to write: what was typed a moment ago must have arrived before. */
import type { Session } from '../../collab/session'

/** Resolves when the server has everything that was typed here; rejects when that is not to be expected. */
export function whenSaved(session: Pick<Session, 'status' | 'subscribe'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      const status = session.status()
      if (status.kind === 'live' && status.save.kind === 'saved') resolve()
      else if (status.kind !== 'live' || status.save.kind === 'failing') reject(new UnsavedError())
      else return false
      return true
    }
    if (look()) return
    const stop = session.subscribe(() => {
      if (look()) stop()
    })
  })
}

/** Worded like any failure to reach the server. */
class UnsavedError extends TypeError {
  constructor() {
    super('network: changes of this page have not been saved')
  }
}
