import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids'
import { api } from '../../lib/api'
import type { Template } from '../../lib/api-types'
import { meetingsQuery, templatesQuery } from '../../lib/query'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import { InvitationLinks } from '../../ui/InvitationLinks'
import { MemberLinesField } from '../../ui/MemberLinesField'
import { Wait } from '../../ui/Wait'
import { MeetingFields } from './MeetingFields'
import { useMeetingDraft } from './useMeetingDraft'

export function CreateMeetingDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  // A dialog that opens with its first drawing would not know where the focus came from.
  const [drawn, setDrawn] = useState(false)
  useEffect(() => setDrawn(true), [])
  return (
    <Modal opened={opened && drawn} onClose={onClose} title={t('meeting.create.title')} size={720}>
      <CreateMeeting />
    </Modal>
  )
}

function CreateMeeting() {
  const templates = useQuery(templatesQuery)
  if (templates.isPending) return <Wait />
  if (templates.isError) return <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />
  return <CreateMeetingForm templates={templates.data} />
}

function CreateMeetingForm({ templates }: { templates: readonly Template[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const meeting = useMeetingDraft(templates)
  const [attempted, setAttempted] = useState(false)

  const handleEnter = (id: MeetingId) => void navigate({ to: '/m/$meeting', params: { meeting: id } })
  const create = useMutation({
    mutationFn: () => api.meetings.create(meeting.value()),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: meetingsQuery.queryKey })
      if (made.invitations.length === 0) handleEnter(made.meeting)
    },
  })
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setAttempted(true)
    if (meeting.problems.length === 0 && !create.isPending) create.mutate()
  }

  if (create.data !== undefined && create.data.invitations.length > 0) {
    const { meeting: id, invitations } = create.data
    return (
      <div className={form.stack}>
        <InvitationLinks invitations={invitations} />
        <div className={form.actions}>
          <Button onClick={() => handleEnter(id)}>{t('setup.enter')}</Button>
        </div>
      </div>
    )
  }
  return (
    <form className={form.stack} onSubmit={handleSubmit} noValidate>
      <MeetingFields templates={templates} meeting={meeting} showProblems={attempted} />
      <MemberLinesField
        label={t('meeting.members.label')}
        value={meeting.draft.members}
        onChange={(members) => meeting.change({ members })}
      />
      <ErrorNote error={create.error} />
      <div className={form.actions}>
        <Button type="submit" loading={create.isPending}>
          {t('meeting.create.button')}
        </Button>
      </div>
    </form>
  )
}
