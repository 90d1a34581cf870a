import { useEffect } from 'react'
import type { PresenceUser } from '../../../../shared/wire/awareness'
import type { Session } from '../../../collab/session'
import { useSession } from '../../../collab/useCollab'
import type { Mode } from '../../../features/workspace/rights'
import type { Material, Me, MeetingDetail } from '../../../lib/api-types'
import { Wait } from '../../../ui/Wait'
import { Pane } from './Pane'
import type { OpenText } from './useOpenTexts'

export interface PaneOfProps {
  meeting: MeetingDetail
  material: Material
  name: string
  me: Me
  user: PresenceUser
  mode: Mode
  /** Two texts stand side by side: each says itself what it is. */
  isSplit: boolean
  onOpened: (text: OpenText) => void
  onClosed: (session: Session) => void
  onTouched: () => void
  onClose: (() => void) | undefined
}

/** Holds the material's session while it is on the page. */
export function PaneOf(props: PaneOfProps) {
  const { material, me, onOpened, onClosed } = props
  const session = useSession(material.id, me.person)

  useEffect(() => {
    if (session === null) return
    onOpened({ session, editor: null, presence: null })
    return () => onClosed(session)
  }, [session, onOpened, onClosed])

  return session === null ? <Wait /> : <Pane {...props} session={session} />
}
