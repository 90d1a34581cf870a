import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids'
import { meetingQuery } from '../../lib/query'
import { Wait } from '../../ui/Wait'
import { FailedPage } from '../FailedPage'
import { MeetingHead } from './meeting/MeetingHead'
import { MeetingTabs } from './meeting/MeetingTabs'

export function MeetingPage() {
  const { t } = useTranslation()
  const { meeting: id } = useParams({ from: '/signed-in/shell/m/$meeting' })
  const meeting = useQuery(meetingQuery(id as MeetingId))
  if (meeting.data === undefined) {
    if (meeting.isError) return <FailedPage error={meeting.error} onRetry={() => void meeting.refetch()} />
    return <Wait text={t('meeting.opening')} />
  }
  return (
    <>
      <MeetingHead meeting={meeting.data} />
      <MeetingTabs key={meeting.data.id} meeting={meeting.data} />
    </>
  )
}
