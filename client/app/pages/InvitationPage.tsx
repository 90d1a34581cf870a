import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AcceptInvitation } from '../../features/account/AcceptInvitation'
import type { Me } from '../../lib/api-types'
import { becomeMe } from '../../lib/me'
import { invitationQuery } from '../../lib/query'
import { ErrorNote } from '../../ui/ErrorNote'
import { PageTitle } from '../../ui/PageTitle'
import { Wait } from '../../ui/Wait'
import { GuestFrame } from '../GuestFrame'

export function InvitationPage() {
  const { t } = useTranslation()
  const { token } = useParams({ from: '/invite/$token' })
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const invitation = useQuery(invitationQuery(token))

  const handleAccepted = (me: Me) => {
    becomeMe(queryClient, me)
    void navigate({ to: '/', replace: true })
  }

  return (
    <GuestFrame foot={t('app.notSecret')}>
      {invitation.data !== undefined ? (
        <AcceptInvitation token={token} invitation={invitation.data} onAccepted={handleAccepted} />
      ) : invitation.isError ? (
        <>
          <PageTitle>{t('account.invitation.unusable')}</PageTitle>
          <ErrorNote error={invitation.error} />
          <div>
            <Button renderRoot={(props) => <Link to="/sign-in" {...props} />}>{t('app.goSignIn')}</Button>
          </div>
        </>
      ) : (
        <Wait text={t('account.invitation.opening')} />
      )}
    </GuestFrame>
  )
}
