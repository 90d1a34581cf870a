import { Button, CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../ui/ErrorNote'
import classes from './SuggestionNotes.module.css'
import type { Deciding } from './useDeciding'

/** What was just decided, with the way back; or why it could not be. */
export function DecidedNote({ deciding: { done, error, busy, undo, dismiss } }: { deciding: Deciding }) {
  const { t } = useTranslation()
  return (
    <div className={classes.place}>
      <div role="status">
        {done !== null && (
          <div className={classes.done}>
            <span>
              {done.kind === 'undone'
                ? t('suggestions.decided.undone')
                : t(`suggestions.decided.${done.kind}`, { count: done.count })}
            </span>
            {done.kind !== 'undone' && (
              <Button variant="subtle" size="compact-sm" disabled={busy} onClick={() => undo(done.decision)}>
                {t('suggestions.undoLast')}
              </Button>
            )}
            <CloseButton size="xs" aria-label={t('suggestions.close')} onClick={dismiss} />
          </div>
        )}
      </div>
      <ErrorNote error={error} />
    </div>
  )
}
