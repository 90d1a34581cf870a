import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../lib/failure'
import { reachability } from '../../lib/reachability'
import { useReachable } from '../../lib/useReachable'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import { PageTitle } from '../../ui/PageTitle'

/** What stands in a page's place when it, or what it needs, failed. */
export function BrokenPanel({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  // Whether the server answers decides what a part that did not load means.
  const reachable = useReachable()
  const isOutdated = failureOf(error).code === 'OUTDATED_PAGE'

  useEffect(() => {
    if (isOutdated) reachability.askNow()
  }, [isOutdated])

  const handleRetry = () => {
    // A reload without a server behind it would leave the person with the browser's own error page.
    if (!reachable) return reachability.askNow()
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
