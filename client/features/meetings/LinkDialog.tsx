import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '../../lib/api-types'
import form from '../../ui/Form.module.css'
import { InvitationLinks } from '../../ui/InvitationLinks'

/** The one time a new link is shown. */
export function LinkDialog({ invitation, onClose }: { invitation: Invitation | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={invitation !== null}
      onClose={onClose}
      title={invitation === null ? '' : t('meeting.members.inviteTitle', { name: invitation.name })}
      size={620}
    >
      {invitation !== null && (
        <div className={form.stack}>
          <p>{t('meeting.members.inviteAbout')}</p>
          <InvitationLinks invitations={[invitation]} />
          <div className={form.actions}>
            <Button onClick={onClose}>{t('app.close')}</Button>
          </div>
        </div>
      )}
    </Modal>
  )
}
