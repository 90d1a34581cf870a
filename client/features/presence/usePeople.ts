import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { OwnPresence, Presence, PresenceUser } from '../../../shared/wire/awareness'
import type { Session } from '../../collab/session'
import { useOthers } from '../../collab/useCollab'
import { type PersonHere, peopleHere } from './people'

/** Everyone who has this material open, oneself included. */
export function usePeople(session: Session, me: PresenceUser): readonly PersonHere[] {
  const others = useOthers(session)
  const { awareness } = session
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness.on('change', listener)
      return () => awareness.off('change', listener)
    },
    [awareness],
  )
  const own: OwnPresence | null = useSyncExternalStore(subscribe, () => awareness.getLocalState())
  return useMemo(() => {
    const states = others.map((other): [number, Presence] => [other.client, other])
    return peopleHere([...states, [awareness.clientID, { ...own, user: me }]], me.id)
  }, [others, own, me, awareness])
}
