import { Button, Modal } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids'
import { parseMemberLines } from '../../../shared/model/member-lines'
import { api } from '../../lib/api'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import { InvitationLinks } from '../../ui/InvitationLinks'
import { MemberLinesField } from '../../ui/MemberLinesField'
import { useMeetingMutation } from './useMeetingMutation'

interface AddMembersDialogProps {
  meeting: MeetingId
  opened: boolean
  onClose: () => void
}

export function AddMembersDialog({ meeting, opened, onClose }: AddMembersDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={t('meeting.members.addTitle')} size={680}>
      <AddMembers meeting={meeting} onClose={onClose} />
    </Modal>
  )
}

function AddMembers({ meeting, onClose }: Omit<AddMembersDialogProps, 'opened'>) {
  const { t } = useTranslation()
  const [lines, setLines] = useState('')
  const add = useMeetingMutation(() => api.meetings.addMembers({ meeting, members: lines }))
  const { members, problems } = parseMemberLines(lines)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (members.length > 0 && problems.length === 0) add.mutate(undefined)
  }
  if (add.data !== undefined) {
    return (
      <div className={form.stack}>
        {add.data.length > 0 ? <InvitationLinks invitations={add.data} /> : <p>{t('meeting.members.addedAlone')}</p>}
        <div className={form.actions}>
          <Button onClick={onClose}>{t('app.close')}</Button>
        </div>
      </div>
    )
  }
  return (
    <form className={form.stack} onSubmit={handleSubmit}>
      <MemberLinesField label={t('meeting.members.label')} value={lines} onChange={setLines} data-autofocus />
      <ErrorNote error={add.error} />
      <div className={form.actions}>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={add.isPending} disabled={members.length === 0 || problems.length > 0}>
          {t('meeting.members.addButton')}
        </Button>
      </div>
    </form>
  )
}
