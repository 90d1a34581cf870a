import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../lib/failure'
import { ErrorNote } from '../ui/ErrorNote'
import form from '../ui/Form.module.css'
import { PageTitle } from '../ui/PageTitle'

/** In place of a page whose content could not be had. */
export function FailedPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const isMissing = hasCode(error, 'NOT_FOUND')
  return (
    <div className={form.stack}>
      <PageTitle>{t(isMissing ? 'app.missingTitle' : 'app.brokenTitle')}</PageTitle>
      <ErrorNote error={error} />
      <div>
        {isMissing ? (
          <Button renderRoot={(props) => <Link to="/" {...props} />}>{t('app.goHome')}</Button>
        ) : (
          <Button onClick={onRetry}>{t('app.retry')}</Button>
        )}
      </div>
    </div>
  )
}
