import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MEETING_ROLES, type MeetingRole } from '../../../shared/access/roles'
import { MEMBER_POST_MAX } from '../../../shared/model/member-lines'
import { api } from '../../lib/api'
import type { MeetingDetail, Member } from '../../lib/api-types'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import { useMeetingMutation } from './useMeetingMutation'

interface EditMemberDialogProps {
  meeting: MeetingDetail
  /** null: closed. */
  member: Member | null
  onClose: () => void
}

export function EditMemberDialog({ meeting, member, onClose }: EditMemberDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={member !== null}
      onClose={onClose}
      title={member === null ? '' : t('meeting.members.editTitle', { name: member.name })}
    >
      {member !== null && <EditMember key={member.person} meeting={meeting} member={member} onClose={onClose} />}
    </Modal>
  )
}

function EditMember({ meeting, member, onClose }: EditMemberDialogProps & { member: Member }) {
  const { t } = useTranslation()
  const [post, setPost] = useState(member.post)
  const [roles, setRoles] = useState<MeetingRole[]>(member.roles)
  const save = useMeetingMutation(
    () => api.meetings.updateMember({ meeting: meeting.id, person: member.person, post: post.trim(), roles }),
    onClose,
  )
  // A meeting without office could be run by nobody.
  const isLastOffice =
    member.roles.includes('office') && meeting.members.filter((other) => other.roles.includes('office')).length === 1
  const handleRole = (role: MeetingRole, checked: boolean) =>
    setRoles(MEETING_ROLES.filter((each) => (each === role ? checked : roles.includes(each))))
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (roles.length > 0) save.mutate(undefined)
  }
  return (
    <form className={form.stack} onSubmit={handleSubmit}>
      <TextInput
        label={t('meeting.members.post')}
        value={post}
        onChange={(event) => setPost(event.currentTarget.value)}
        maxLength={MEMBER_POST_MAX}
        data-autofocus
      />
      <fieldset className={form.choices}>
        <legend>{t('meeting.members.roles')}</legend>
        {MEETING_ROLES.map((role) => (
          <Checkbox
            key={role}
            label={t(`terms.role.${role}`)}
            description={role === 'office' && isLastOffice ? t('meeting.members.lastOffice') : undefined}
            checked={roles.includes(role)}
            disabled={role === 'office' && isLastOffice}
            onChange={(event) => handleRole(role, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      {roles.length === 0 && <p role="alert">{t('meeting.members.needsRole')}</p>}
      <ErrorNote error={save.error} />
      <div className={form.actions}>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={roles.length === 0}>
          {t('app.save')}
        </Button>
      </div>
    </form>
  )
}
