import { useTranslation } from 'react-i18next'
import classes from './DarkScreen.module.css'

/** After the code was revoked: nothing of the meeting is left on the screen. */
export function DarkScreen({ onAnother }: { onAnother: () => void }) {
  const { t } = useTranslation()
  return (
    <main id="main" className={classes.dark} tabIndex={-1}>
      <h1>{t('projector.dark')}</h1>
      <button type="button" onClick={onAnother}>
        {t('projector.another')}
      </button>
    </main>
  )
}
