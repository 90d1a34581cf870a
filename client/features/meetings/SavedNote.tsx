import { useTranslation } from 'react-i18next'
import classes from './SavedNote.module.css'

export function SavedNote({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  return (
    <span role="status" className={classes.saved}>
      {shown && `✓ ${t('app.saved')}`}
    </span>
  )
}
