import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/PageTitle'
import { GuestFrame } from '../GuestFrame'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <GuestFrame>
      <PageTitle about={t('app.notFound')}>{t('app.notFoundTitle')}</PageTitle>
      <div>
        <Button renderRoot={(props) => <Link to="/" {...props} />}>{t('app.goHome')}</Button>
      </div>
    </GuestFrame>
  )
}
