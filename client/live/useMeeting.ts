/** The meeting as React reads it. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { MeetingId, PersonId } from '../../shared/ids'
import { browserSurroundings } from './browser'
import { type LiveView, MeetingSession } from './meeting-session'
import { createUnsentStore } from './unsent-store'

/** The meeting's session while this component is mounted; null before the first effect. */
export function useMeetingSession(meeting: MeetingId, person: PersonId): MeetingSession | null {
  const [session, setSession] = useState<MeetingSession | null>(null)
  useEffect(() => {
    const opened = new MeetingSession({ meeting, person }, browserSurroundings(createUnsentStore()))
    setSession(opened)
    return () => {
      setSession(null)
      opened.close()
    }
  }, [meeting, person])
  return session
}

/** `select` gives something of the view that keeps its identity while it does not change. */
export function useLive<T>(session: MeetingSession, select: (view: LiveView) => T): T {
  return useSyncExternalStore(session.subscribe, () => select(session.view()))
}
