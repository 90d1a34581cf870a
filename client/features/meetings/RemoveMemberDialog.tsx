import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MeetingId, PersonId } from '../../../shared/ids'
import { api } from '../../lib/api'
import type { Member } from '../../lib/api-types'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import { useMeetingMutation } from './useMeetingMutation'

interface RemoveMemberDialogProps {
  meeting: MeetingId
  /** null: closed. */
  member: Member | null
  onClose: () => void
}

export function RemoveMemberDialog({ meeting, member, onClose }: RemoveMemberDialogProps) {
  const { t } = useTranslation()
  const remove = useMeetingMutation((person: PersonId) => api.meetings.removeMember({ meeting, person }), onClose)
  const handleClose = () => {
    remove.reset()
    onClose()
  }
  return (
    <Modal
      opened={member !== null}
      onClose={handleClose}
      title={member === null ? '' : t('meeting.members.removeTitle', { name: member.name })}
    >
      {member !== null && (
        <div className={form.stack}>
          <p>{t('meeting.members.removeAbout')}</p>
          <ErrorNote error={remove.error} />
          <div className={form.actions}>
            <Button variant="default" onClick={handleClose} data-autofocus>
              {t('app.cancel')}
            </Button>
            <Button onClick={() => remove.mutate(member.person)} loading={remove.isPending}>
              {t('meeting.members.removeButton')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}
