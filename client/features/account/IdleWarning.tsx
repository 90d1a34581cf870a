import { useTranslation } from 'react-i18next'
import { useIdle } from './useIdle'
import classes from './IdleWarning.module.css'

/** A word in the last minute before an idle person is signed out; any key or move of the mouse is enough to stay. */
export function IdleWarning({ minutes, onIdle }: { minutes: number; onIdle: () => void }) {
  const { t } = useTranslation()
  const isEnding = useIdle(minutes * 60_000, onIdle)
  return (
    <div role="alert" className={classes.place}>
      {isEnding && <p className={classes.warning}>{t('account.idleWarning')}</p>}
    </div>
  )
}
