import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids'
import { SetupDone } from '../../features/meetings/SetupDone'
import { SetupForm, type SetupResult } from '../../features/meetings/SetupForm'
import { meQuery, setupQuery, templatesQuery } from '../../lib/query'
import { ErrorNote } from '../../ui/ErrorNote'
import { Wait } from '../../ui/Wait'
import { GuestFrame } from '../GuestFrame'

/** The first minute: from an empty data folder to a meeting with links for everyone. */
export function SetupPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const templates = useQuery(templatesQuery)
  const [result, setResult] = useState<SetupResult | null>(null)

  const handleDone = (done: SetupResult) => {
    queryClient.setQueryData(setupQuery.queryKey, { needed: false })
    queryClient.removeQueries({ queryKey: meQuery.queryKey })
    setResult(done)
    window.scrollTo({ top: 0 })
  }
  const handleEnter = (meeting: MeetingId) => void navigate({ to: '/m/$meeting', params: { meeting } })

  return (
    <GuestFrame width="wide" foot={t('app.notSecret')}>
      {result !== null ? (
        <SetupDone result={result} onEnter={handleEnter} />
      ) : templates.data !== undefined ? (
        <SetupForm templates={templates.data} onDone={handleDone} />
      ) : templates.isError ? (
        <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />
      ) : (
        <Wait />
      )}
    </GuestFrame>
  )
}
