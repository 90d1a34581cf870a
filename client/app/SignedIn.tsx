import { Outlet } from '@tanstack/react-router'
import { IdleWarning } from '../features/account/IdleWarning'
import { useSessionEnd } from '../features/account/useSessionEnd'
import { useMe } from '../lib/me'

/** Everything for which one must be signed in: watches over how long, and over the other tabs. */
export function SignedIn() {
  const me = useMe()
  const end = useSessionEnd(me.person)
  return (
    <>
      <Outlet />
      <IdleWarning minutes={me.idleMinutes} onIdle={end} />
    </>
  )
}
