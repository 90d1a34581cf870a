import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SignInForm } from '../../features/account/SignInForm'
import type { Me } from '../../lib/api-types'
import { becomeMe } from '../../lib/me'
import { PageTitle } from '../../ui/PageTitle'
import { GuestFrame } from '../GuestFrame'
import classes from './SignInPage.module.css'

export function SignInPage() {
  const { t } = useTranslation()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { back = '/', why } = useSearch({ from: '/sign-in' })

  const handleSignedIn = (me: Me) => {
    becomeMe(queryClient, me)
    router.history.push(back)
  }

  return (
    <GuestFrame foot={t('app.notSecret')}>
      <PageTitle>{t('account.signIn.title')}</PageTitle>
      {why && (
        <p role="status" className={classes.why}>
          {t(`account.signIn.why.${why}`)}
        </p>
      )}
      <SignInForm onSignedIn={handleSignedIn} />
    </GuestFrame>
  )
}
