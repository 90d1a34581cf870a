import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../../shared/ids'
import classes from './BackLink.module.css'

export function BackLink({ meeting }: { meeting: MeetingId }) {
  const { t } = useTranslation()
  return (
    <Link
      to="/m/$meeting"
      params={{ meeting }}
      className={classes.back}
      aria-label={t('workspace.back')}
      title={t('workspace.back')}
    >
      ‹
    </Link>
  )
}
