import { Button, SegmentedControl } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import classes from './CommentList.module.css'
import { DraftCard } from './DraftCard'
import { latestFirst } from './placed-threads'
import { ThreadCard } from './ThreadCard'
import type { Comments } from './useComments'

interface CommentListProps {
  comments: Comments
  colorOf: (person: string) => number | null
}

/** All threads one below the other: open or resolved, by place or by time. Here stand also those whose text is gone. */
export function CommentList({ comments, colorOf }: CommentListProps) {
  const { t } = useTranslation()
  const [state, setState] = useState<'open' | 'resolved'>('open')
  const [order, setOrder] = useState<'place' | 'time'>('place')
  const root = useRef<HTMLElement>(null)
  const { threads, unread, deeds, error, mayComment, inHand } = comments
  const open = threads.filter(({ resolved }) => resolved === null)
  const resolved = threads.filter((thread) => thread.resolved !== null)
  const chosen = state === 'open' ? open : resolved
  const shown = order === 'place' ? chosen : latestFirst(chosen)
  const none = state === 'resolved' ? 'noneResolved' : mayComment ? 'none' : 'noneReadOnly'

  useEffect(() => {
    if (inHand === null) return
    root.current?.querySelector(`[data-thread-card="${CSS.escape(inHand)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [inHand])

  return (
    <section ref={root} className={classes.list} aria-label={t('comments.list')} data-region>
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label={t('comments.state')}
          value={state}
          onChange={(value) => setState(value === 'resolved' ? 'resolved' : 'open')}
          data={[
            { value: 'open', label: t('comments.open', { count: open.length }) },
            { value: 'resolved', label: t('comments.resolved', { count: resolved.length }) },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('comments.order')}
          value={order}
          onChange={(value) => setOrder(value === 'time' ? 'time' : 'place')}
          data={[
            { value: 'place', label: t('comments.byPlace') },
            { value: 'time', label: t('comments.byTime') },
          ]}
        />
        {unread > 0 && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void deeds.see(threads).catch(() => undefined)}>
            {t('comments.readAll')}
          </Button>
        )}
      </div>
      <ErrorNote error={error} />
      <DraftCard comments={comments} />
      {shown.length === 0 && <EmptyState sentence={t(`comments.${none}`)} />}
      <ul>
        {shown.map((thread) => (
          <li key={thread.id}>
            <ThreadCard thread={thread} comments={comments} colorOf={colorOf} showsQuote />
          </li>
        ))}
      </ul>
    </section>
  )
}
