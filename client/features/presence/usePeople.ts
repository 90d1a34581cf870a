import { useMemo, useSyncExternalStore } from 'react'
import type { Presence, PresenceUser } from '../../../shared/wire/awareness'
import { Others } from '../../collab/others'
import type { Session } from '../../collab/session'
import { type PersonHere, peopleHere, sameFaces, samePlaces } from './people'

/** Everyone who has this material open, oneself included, and where each is: told of every caret that moves. */
export function usePeople(session: Session, me: PresenceUser): readonly PersonHere[] {
  return useStable(session, me, samePlaces)
}

/** The same without carets and windows, which move with every key: for what shows who is here and does not follow. */
export function useFaces(session: Session, me: PresenceUser): readonly PersonHere[] {
  return useStable(session, me, sameFaces)
}

/** As they are at this moment, for whoever asks once. */
export function peopleNow({ awareness }: Session, me: PresenceUser): PersonHere[] {
  const others = new Others(awareness).get().map((other): [number, Presence] => [other.client, other])
  return peopleHere([...others, [awareness.clientID, { ...awareness.getLocalState(), user: me }]], me.id)
}

function useStable(
  session: Session,
  me: PresenceUser,
  isSame: (some: readonly PersonHere[], others: readonly PersonHere[]) => boolean,
): readonly PersonHere[] {
  const { subscribe, get } = useMemo(() => {
    let last: readonly PersonHere[] = []
    return {
      subscribe: (listener: () => void) => {
        session.awareness.on('change', listener)
        return () => session.awareness.off('change', listener)
      },
      get: () => {
        const now = peopleNow(session, me)
        if (!isSame(last, now)) last = now
        return last
      },
    }
  }, [session, me, isSame])
  return useSyncExternalStore(subscribe, get)
}
