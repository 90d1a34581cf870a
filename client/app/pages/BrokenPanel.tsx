import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../lib/failure'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import { PageTitle } from '../../ui/PageTitle'

/** What stands in a page's place when it, or what it needs, failed. */
export function BrokenPanel({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const isOutdated = failureOf(error).code === 'OUTDATED_PAGE'
  const handleRetry = () => {
    if (isOutdated) return location.reload()
    reset()
    void router.invalidate()
  }
  return (
    <div className={form.stack}>
      <PageTitle>{t('app.brokenTitle')}</PageTitle>
      <ErrorNote error={error} />
      <div>
        <Button onClick={handleRetry}>{t(isOutdated ? 'app.reload' : 'app.retry')}</Button>
      </div>
    </div>
  )
}
