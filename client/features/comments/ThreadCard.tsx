import { Button } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMinute } from '../../lib/useMinute'
import { whenWords } from '../../lib/when'
import { CommentForm } from './CommentForm'
import type { PlacedThread } from './placed-threads'
import { Remark } from './Remark'
import { Settled } from './Settled'
import classes from './ThreadCard.module.css'
import type { Comments } from './useComments'

interface ThreadCardProps {
  thread: PlacedThread
  comments: Comments
  colorOf: (person: string) => number | null
  /** In a list the words it is about stand on the card; in the margin they stand beside it. */
  showsQuote: boolean
}

/** So many answers stand on a card that is not in hand. */
const SHOWN_ANSWERS = 2

/** One thread: who, when, what, the answers, and what the reader may do about it. */
export function ThreadCard({ thread, comments, colorOf, showsQuote }: ThreadCardProps) {
  const { t, i18n } = useTranslation()
  const now = useMinute()
  const [isReplying, setIsReplying] = useState(false)
  const { mayComment, deeds, readers, take, rest, lit } = comments
  const isInHand = comments.inHand === thread.id
  const [first, ...answers] = thread.comments
  if (first === undefined) return null
  const hidden = isInHand ? 0 : Math.max(0, answers.length - SHOWN_ANSWERS)
  const when = whenWords(first.at, now, i18n.language, t)
  // By keyboard only: a card that moved to its line under a pressed pointer would lose the click.
  const handleFocus = ({ target }: FocusEvent) => {
    if (!isInHand && target.matches(':focus-visible')) take(thread.id)
  }

  const handleKey = ({ key, target, currentTarget }: KeyboardEvent) => {
    if (key === 'Enter' && target === currentTarget) take(thread.id)
  }
  const handleResolved = () => {
    rest(null)
    take(null)
  }

  return (
    <article
      className={classes.card}
      aria-label={t('comments.card', { name: first.authorName, when })}
      aria-current={isInHand || undefined}
      data-thread-card={thread.id}
      data-lit={lit === thread.id || undefined}
      data-resolved={thread.resolved !== null || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: one goes from card to card by keyboard, and each lights its words
      tabIndex={0}
      // Moved, not entered: a card that comes to lie under a resting pointer was not pointed at.
      onPointerMove={() => rest(thread.id)}
      onPointerLeave={() => rest(null)}
      onFocus={handleFocus}
      onClick={() => take(thread.id)}
      onKeyDown={handleKey}
    >
      {(showsQuote || thread.place === 'gone') && (
        <p className={classes.quote}>
          {thread.place === 'gone' && t(thread.suggestion === null ? 'comments.gone' : 'comments.suggestionGone')}
          <q>{thread.quote}</q>
        </p>
      )}
      <Remark
        remark={first}
        thread={thread}
        comments={comments}
        color={colorOf(first.author)}
        mark={thread.unread > 0 ? <span className={classes.unread}>{t('comments.unread')}</span> : null}
      />
      {hidden > 0 && (
        <button type="button" className={classes.more}>
          {t('comments.more', { count: hidden })}
        </button>
      )}
      {answers.slice(hidden).map((answer) => (
        <div key={answer.id} className={classes.answer}>
          <Remark remark={answer} thread={thread} comments={comments} color={colorOf(answer.author)} mark={null} />
        </div>
      ))}
      {thread.resolved !== null && (
        <p className={classes.resolved}>✓ {t('comments.resolvedBy', { name: thread.resolved.name })}</p>
      )}
      {mayComment && !isReplying && (
        <div className={classes.actions}>
          <Button variant="default" size="compact-sm" onClick={() => setIsReplying(true)}>
            {t('comments.reply')}
          </Button>
          <Settled thread={thread} deeds={deeds} onResolved={handleResolved} />
        </div>
      )}
      {mayComment && isReplying && (
        <CommentForm
          label={t('comments.replyTo', { name: first.authorName })}
          confirm={t('comments.reply')}
          readers={readers}
          autoFocus
          onSubmit={async (said) => {
            await deeds.reply(thread.id, said)
            setIsReplying(false)
          }}
          onCancel={() => setIsReplying(false)}
        />
      )}
    </article>
  )
}
