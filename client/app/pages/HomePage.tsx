import { Button } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { greetingAt, summaryOf } from '../../features/meetings/greeting'
import { MeetingCard } from '../../features/meetings/MeetingCard'
import { PastMeetings } from '../../features/meetings/PastMeetings'
import { TodoList } from '../../features/meetings/TodoList'
import { todosIn } from '../../features/meetings/todo'
import { dayOf } from '../../lib/days'
import { useMe } from '../../lib/me'
import { meetingQuery, meetingsQuery } from '../../lib/query'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { PageTitle } from '../../ui/PageTitle'
import { Wait } from '../../ui/Wait'
import { FailedPage } from '../FailedPage'
import classes from './HomePage.module.css'

/** Loaded by those few who make meetings, when they do. */
const CreateMeetingDialog = lazy(async () => ({
  default: (await import('../../features/meetings/CreateMeetingDialog')).CreateMeetingDialog,
}))

export function HomePage() {
  const { t } = useTranslation()
  const me = useMe()
  // null: not asked for yet, so not loaded either.
  const [creating, setCreating] = useState<boolean | null>(null)
  const meetings = useQuery(meetingsQuery)
  const all = meetings.data ?? []
  const current = all.filter(({ stage }) => stage !== 'archive').sort((a, b) => a.day.localeCompare(b.day))
  const past = all.filter(({ stage }) => stage === 'archive').sort((a, b) => b.day.localeCompare(a.day))
  const details = useQueries({ queries: current.map(({ id }) => meetingQuery(id)) })

  if (meetings.isPending) return <Wait text={t('home.opening')} />
  if (meetings.isError) return <FailedPage error={meetings.error} onRetry={() => void meetings.refetch()} />

  const now = new Date()
  const todos = details.flatMap(({ data }) => (data === undefined ? [] : todosIn(data, me.person)))
  const known = details.every(({ isPending }) => !isPending)
  const mayCreate = all.some(({ roles }) => roles.includes('office'))
  const createButton = mayCreate && (
    <Button variant="default" onClick={() => setCreating(true)}>
      {t('home.create')}
    </Button>
  )
  return (
    <>
      <div className={classes.head}>
        <PageTitle tab={t('home.title')} about={known && all.length > 0 ? summaryOf(todos.length, current, dayOf(now), t) : null}>
          {greetingAt(now, me.name, t)}
        </PageTitle>
        {createButton}
      </div>
      {current.length > 0 ? (
        <div className={classes.cards}>
          {current.map((meeting, index) => (
            <MeetingCard key={meeting.id} meeting={meeting} detail={details[index]?.data} />
          ))}
        </div>
      ) : (
        <div className={classes.cards}>
          <EmptyState sentence={t(mayCreate ? 'home.emptyOffice' : 'home.empty')} action={createButton} />
        </div>
      )}
      {details.map(({ error }, index) => error !== null && <ErrorNote key={current[index]?.id} error={error} />)}
      {todos.length > 0 && (
        <section aria-labelledby="home-waiting">
          <h2 id="home-waiting" className={classes.heading}>
            {t('home.waiting')}
          </h2>
          <TodoList todos={todos} />
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="home-past">
          <h2 id="home-past" className={classes.heading}>
            {t('home.past')}
          </h2>
          <PastMeetings meetings={past} />
        </section>
      )}
      {creating !== null && (
        <Suspense fallback={<Wait />}>
          <CreateMeetingDialog opened={creating} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </>
  )
}
