import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../lib/failure'
import { wordsOf } from '../lib/failure-words'
import classes from './ErrorNote.module.css'

interface ErrorNoteProps {
  /** What was thrown; nothing is shown for null. */
  error: unknown
  /** Offered where asking again may help. */
  onRetry?: () => void
}

/** Says the cause, what is safe, and one thing to do. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const { t } = useTranslation()
  if (error === null || error === undefined) return null
  const { cause, safe, next } = wordsOf(failureOf(error), t)
  return (
    <div className={classes.note} role="alert">
      <p>
        <strong>{cause}</strong> {safe} {next}
      </p>
      {onRetry && (
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          {t('app.retry')}
        </Button>
      )}
    </div>
  )
}
