import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../lib/failure'
import { wordsOf } from '../lib/failure-words'
import classes from './ErrorNote.module.css'

interface ErrorNoteProps {
  /** What was thrown; nothing is shown for null. */
  error: unknown
  /** What to do, where it is known better than from the error alone. */
  next?: string
  /** Offered where asking again may help. */
  onRetry?: () => void
}

/** Says the cause, what is safe, and one thing to do. */
export function ErrorNote({ error, next, onRetry }: ErrorNoteProps) {
  const { t } = useTranslation()
  if (error === null || error === undefined) return null
  const words = wordsOf(failureOf(error), t)
  return (
    <div className={classes.note} role="alert">
      <p>
        <strong>{words.cause}</strong> {words.safe} {next ?? words.next}
      </p>
      {onRetry && (
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          {t('app.retry')}
        </Button>
      )}
    </div>
  )
}
