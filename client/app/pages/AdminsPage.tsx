import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AdminsForm } from '../../features/admin/AdminsForm'
import { useMe } from '../../lib/me'
import { adminsQuery } from '../../lib/query'
import { ErrorNote } from '../../ui/ErrorNote'
import { PageTitle } from '../../ui/PageTitle'
import { Wait } from '../../ui/Wait'

export function AdminsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { data, error, refetch } = useQuery(adminsQuery)
  return (
    <>
      <PageTitle about={t('admins.about')}>{t('admins.title')}</PageTitle>
      {data !== undefined && <AdminsForm list={data} me={me.person} />}
      {data === undefined &&
        (error === null ? <Wait text={t('admins.opening')} /> : <ErrorNote error={error} onRetry={() => void refetch()} />)}
    </>
  )
}
