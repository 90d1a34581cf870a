import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids'
import { CLOSE, type CloseCode } from '../../../shared/wire/close-codes'
import { LiveRoom } from '../../features/live/LiveRoom'
import { aspectsOf } from '../../features/live/record/aspects'
import { meetingQuery } from '../../lib/query'
import { useMe } from '../../lib/me'
import type { MeetingSession } from '../../live/meeting-session'
import { useLive, useMeetingSession } from '../../live/useMeeting'
import { Wait } from '../../ui/Wait'
import { BackLink } from './workspace/BackLink'
import classes from './LivePage.module.css'

/** The meeting while it is held. Opening the page is signing in. */
export function LivePage() {
  const { t } = useTranslation()
  const me = useMe()
  const { meeting: id } = useParams({ from: '/signed-in/m/$meeting/live' })
  const meeting = id as MeetingId
  const session = useMeetingSession(meeting, me.person)
  if (session === null) return <Aside>{<Wait text={t('live.opening')} />}</Aside>
  return <Open session={session} meeting={meeting} />
}

function Open({ session, meeting }: { session: MeetingSession; meeting: MeetingId }) {
  const { t } = useTranslation()
  const status = useLive(session, (view) => view.status)
  const model = useLive(session, (view) => view.model)
  const { data } = useQuery(meetingQuery(meeting))
  const aspects = useMemo(() => (data === undefined ? [] : aspectsOf(data.individualOutline)), [data])
  const title = model?.title ?? data?.title ?? ''
  useEffect(() => {
    document.title = t('live.titleOf', { title })
  }, [t, title])

  if (status.kind === 'refused') return <Refused code={status.code} meeting={meeting} />
  if (model === null) return <Aside>{<Wait text={t('live.opening')} />}</Aside>
  return <LiveRoom session={session} model={model} status={status} aspects={aspects} back={<BackLink meeting={meeting} />} />
}

function Refused({ code, meeting }: { code: CloseCode; meeting: MeetingId }) {
  const { t } = useTranslation()
  return (
    <Aside>
      <h1 className={classes.title}>{t('live.refused.title')}</h1>
      <p>{t(`live.refused.${reasonOf(code)}`)}</p>
      <div className={classes.actions}>
        <Link to="/m/$meeting" params={{ meeting }}>
          {t('live.back')}
        </Link>
        <Button onClick={() => location.reload()}>{t('live.refused.reload')}</Button>
      </div>
    </Aside>
  )
}

function reasonOf(code: CloseCode) {
  if (code === CLOSE.notAllowed) return 'notAllowed'
  if (code === CLOSE.gone) return 'gone'
  if (code === CLOSE.signedOut) return 'signedOut'
  return code === CLOSE.outdated ? 'outdated' : 'other'
}

function Aside({ children }: { children: ReactNode }) {
  return (
    <main id="main" className={classes.aside} tabIndex={-1}>
      {children}
    </main>
  )
}
