import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AuditTable } from '../../features/admin/AuditTable'
import { auditQuery } from '../../lib/query'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { PageTitle } from '../../ui/PageTitle'
import { Wait } from '../../ui/Wait'
import classes from './AuditPage.module.css'

export function AuditPage() {
  const { t } = useTranslation()
  const audit = useInfiniteQuery(auditQuery)
  const entries = audit.data?.pages.flat() ?? []
  return (
    <div className={classes.page}>
      <PageTitle about={t('audit.about')}>{t('audit.title')}</PageTitle>
      {audit.isPending && <Wait text={t('audit.opening')} />}
      {audit.isSuccess && entries.length === 0 && <EmptyState sentence={t('audit.empty')} />}
      {entries.length > 0 && <AuditTable entries={entries} />}
      <ErrorNote error={audit.error} onRetry={() => void audit.refetch()} />
      {audit.hasNextPage && (
        <div>
          <Button variant="default" onClick={() => void audit.fetchNextPage()} loading={audit.isFetchingNextPage}>
            {t('audit.older')}
          </Button>
        </div>
      )}
    </div>
  )
}
