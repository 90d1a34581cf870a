/** The session as React reads it. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { MaterialId, PersonId } from '../../shared/ids'
import { type Other, Others } from './others'
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

/** Everyone else here: one entry a person and page. */
export function useOthers(session: Session): readonly Other[] {
  const others = useMemo(() => new Others(session.awareness), [session])
  return useSyncExternalStore(others.subscribe, others.get)
}
