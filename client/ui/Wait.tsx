import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Wait.module.css'

/** What one waits for, in words, with a sign of life; it appears late, so that a short wait does not flicker. */
export function Wait({ text }: { text?: string }) {
  const { t } = useTranslation()
  return (
    <div className={classes.wait} role="status">
      <Loader size={18} aria-hidden />
      <span>{text ?? t('app.loading')}</span>
    </div>
  )
}
