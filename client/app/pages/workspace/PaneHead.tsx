import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PresenceUser } from '../../../../shared/wire/awareness'
import type { Session } from '../../../collab/session'
import type { LocalPresence } from '../../../features/presence/local-presence'
import { StateChip } from '../../../features/workspace/TopBar'
import type { Material, Member } from '../../../lib/api-types'
import classes from './Pane.module.css'
import { PeopleOf } from './PeopleOf'
import { SaveLineOf } from './SaveLineOf'

interface PaneHeadProps {
  session: Session
  presence: LocalPresence | null
  user: PresenceUser
  members: readonly Member[]
  material: Material
  name: string
  onClose: (() => void) | undefined
}

/** In split view each text says what it is, in which state, whether it is saved and who is there. */
export function PaneHead({ session, presence, user, members, material, name, onClose }: PaneHeadProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.head}>
      <h2 className={classes.headTitle}>{name}</h2>
      <StateChip state={material.state} />
      <div className={classes.headSave}>
        <SaveLineOf session={session} />
      </div>
      {presence !== null && <PeopleOf presence={presence} user={user} members={members} />}
      {onClose !== undefined && <CloseButton size="sm" aria-label={t('workspace.split.closePane')} onClick={onClose} />}
    </div>
  )
}
