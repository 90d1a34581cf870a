import { describe, expect, it } from 'vitest'
import type { Session } from '../../collab/session'
import type { SaveState, Status } from '../../collab/status'
import { failureOf } from '../../lib/failure'
import { whenSaved } from './when-saved'

const live = (save: SaveState): Status => ({ kind: 'live', ability: 'edit', save })

/** A session that says what the test lets it say. */
function sessionSaying(first: Status) {
  let status = first
  const listeners = new Set<() => void>()
  const session: Pick<Session, 'status' | 'subscribe'> = {
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    session,
    listeners,
    say: (next: Status) => {
      status = next
      for (const listener of [...listeners]) listener()
    },
  }
}

describe('when saved', () => {
  it('goes on at once where everything is saved, or nothing was typed', async () => {
    await expect(whenSaved(sessionSaying(live({ kind: 'saved', at: null })).session)).resolves.toBeUndefined()
  })

  it('waits for the save that is under way, and then listens no longer', async () => {
    const { session, say, listeners } = sessionSaying(live({ kind: 'saving' }))
    const saved = whenSaved(session)
    say(live({ kind: 'saving' }))
    expect(listeners.size).toBe(1)
    say(live({ kind: 'saved', at: 1 }))
    await expect(saved).resolves.toBeUndefined()
    expect(listeners.size).toBe(0)
  })

  it.each<Status>([
    { kind: 'offline', since: 0, edits: 1 },
    { kind: 'reconnecting', edits: 1 },
    live({ kind: 'failing', reason: 'server-disk' }),
  ])('refuses, worded as an unreachable server, while saving is not to be expected: $kind', async (status) => {
    const { session, say } = sessionSaying(live({ kind: 'saving' }))
    const saved = whenSaved(session)
    say(status)
    const error: unknown = await saved.catch((caught: unknown) => caught)
    expect(failureOf(error).code).toBe('UNREACHABLE')
  })
})
