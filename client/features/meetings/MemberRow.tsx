import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../lib/api-types'
import { Avatar } from '../../ui/Avatar'
import { Chip } from '../../ui/Chip'
import { RowMenu } from '../../ui/RowMenu'
import classes from './MembersPanel.module.css'

interface MemberRowProps {
  member: Member
  isMe: boolean
  isOffice: boolean
  onEdit: () => void
  onInvite: () => void
  onRemove: () => void
}

export function MemberRow({ member, isMe, isOffice, onEdit, onInvite, onRemove }: MemberRowProps) {
  const { t } = useTranslation()
  const { name, username, post, roles, color, joined } = member
  const about = [post, username === name ? '' : t('people.signsInAs', { username }), isMe ? t('meeting.members.you') : '']
  const items = [{ label: t('meeting.members.invite'), onSelect: onInvite }]
  if (!isMe) items.push({ label: t('meeting.members.remove'), onSelect: onRemove })
  return (
    <tr>
      <td>
        <div className={classes.name}>
          <Avatar name={name} color={color} />
          <div>
            <b>{name}</b> <span className={classes.post}>{about.filter(Boolean).join(' · ')}</span>
          </div>
        </div>
      </td>
      <td>
        <div className={classes.roles}>
          {roles.map((role) => (
            <Chip key={role} tone={role === 'principal' ? 'accent' : 'plain'}>
              {t(`terms.role.${role}`)}
            </Chip>
          ))}
        </div>
      </td>
      <td className={classes.joined}>{t(joined ? 'meeting.members.hasPassword' : 'meeting.members.noPassword')}</td>
      <td>
        {isOffice && (
          <div className={classes.actions}>
            <Button variant="default" size="xs" onClick={onEdit} aria-label={`${t('meeting.members.edit')} ${name}`}>
              {t('meeting.members.edit')}
            </Button>
            <RowMenu label={t('meeting.members.more', { name })} items={items} />
          </div>
        )}
      </td>
    </tr>
  )
}
