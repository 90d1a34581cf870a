import type { PresenceUser } from '../../../../shared/wire/awareness'
import type { Session } from '../../../collab/session'
import type { Mode } from '../../../features/workspace/rights'
import type { Material, Me, MeetingDetail } from '../../../lib/api-types'
import type { OpenText } from './useOpenTexts'

export interface PaneProps {
  meeting: MeetingDetail
  material: Material
  name: string
  me: Me
  user: PresenceUser
  /** As chosen; what one may do can be less. */
  mode: Mode
  /** Two texts stand side by side: each says itself what it is. */
  isSplit: boolean
  /** The person's last step was in this text. */
  isInHand: boolean
  onOpened: (text: OpenText) => void
  onClosed: (session: Session) => void
  onTouched: () => void
  onClose: (() => void) | undefined
}
