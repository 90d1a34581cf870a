import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids'
import { api } from '../../lib/api'
import type { MeetingDetail, Member } from '../../lib/api-types'
import { ErrorNote } from '../../ui/ErrorNote'
import table from '../../ui/Table.module.css'
import { AddMembersDialog } from './AddMembersDialog'
import { EditMemberDialog } from './EditMemberDialog'
import { LinkDialog } from './LinkDialog'
import { MemberRow } from './MemberRow'
import classes from './MembersPanel.module.css'
import { RemoveMemberDialog } from './RemoveMemberDialog'

type Opened = { kind: 'add' } | { kind: 'edit' | 'remove'; member: Member } | null

export function MembersPanel({ meeting, me }: { meeting: MeetingDetail; me: PersonId }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Opened>(null)
  const isOffice = meeting.roles.includes('office')
  const invite = useMutation({ mutationFn: (person: PersonId) => api.meetings.invite({ meeting: meeting.id, person }) })
  const handleClose = () => setOpened(null)
  return (
    <>
      {isOffice && (
        <div className={classes.head}>
          <Button variant="default" onClick={() => setOpened({ kind: 'add' })}>
            {t('meeting.members.add')}
          </Button>
        </div>
      )}
      <ErrorNote error={invite.error} />
      <div className={table.card}>
        <table className={`${table.table} ${table.stacked}`}>
          <thead>
            <tr>
              <th scope="col">{t('meeting.members.name')}</th>
              <th scope="col">{t('meeting.members.roles')}</th>
              <th scope="col">{t('meeting.members.joined')}</th>
              <th scope="col">
                <span className={table.spoken}>{t('meeting.members.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {meeting.members.map((member) => (
              <MemberRow
                key={member.person}
                member={member}
                isMe={member.person === me}
                isOffice={isOffice}
                onEdit={() => setOpened({ kind: 'edit', member })}
                onInvite={() => invite.mutate(member.person)}
                onRemove={() => setOpened({ kind: 'remove', member })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <AddMembersDialog meeting={meeting.id} opened={opened?.kind === 'add'} onClose={handleClose} />
      <EditMemberDialog meeting={meeting} member={opened?.kind === 'edit' ? opened.member : null} onClose={handleClose} />
      <RemoveMemberDialog meeting={meeting.id} member={opened?.kind === 'remove' ? opened.member : null} onClose={handleClose} />
      <LinkDialog invitation={invite.data ?? null} onClose={invite.reset} />
    </>
  )
}
