/** The session as React reads it. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { Session } from './session'
import { acquire } from './sessions'
import type { Status } from './status'

/** The material's session while this component is mounted; null before the first effect. */
export function useSession(material: MaterialId, person: PersonId): Session | null {
  const [session, setSession] = useState<Session | null>(null)
  useEffect(() => {
    const lease = acquire(material, person)
    setSession(lease.session)
    return () => {
      setSession(null)
      lease.release()
    }
  }, [material, person])
  return session
}

export function useStatus(session: Session): Status {
  return useSyncExternalStore(session.subscribe, session.status)
}

/** The same without the coming and going of saves: for what need not be drawn anew with every key. */
export function useStanding(session: Session): Status {
  const standing = useMemo(() => {
    let last = session.status()
    return () => {
      const now = session.status()
      if (!differOnlyInSaving(last, now)) last = now
      return last
    }
  }, [session])
  return useSyncExternalStore(session.subscribe, standing)
}

function differOnlyInSaving(one: Status, other: Status): boolean {
  if (one.kind !== 'live' || other.kind !== 'live' || one.ability !== other.ability) return false
  return one.save.kind !== 'failing' && other.save.kind !== 'failing'
}
