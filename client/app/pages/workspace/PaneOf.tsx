import { useEffect } from 'react'
import { useSession } from '../../../collab/useCollab'
import { Wait } from '../../../ui/Wait'
import { Pane } from './Pane'
import type { PaneProps } from './pane-props'

/** Holds the material's session while it is on the page. */
export function PaneOf(props: PaneProps) {
  const { material, me, onOpened, onClosed } = props
  const session = useSession(material.id, me.person)

  useEffect(() => {
    if (session === null) return
    onOpened({ session, editor: null, presence: null })
    return () => onClosed(session)
  }, [session, onOpened, onClosed])

  return session === null ? <Wait /> : <Pane {...props} session={session} />
}
