import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { brokenPasswordRules } from '../../../shared/model/password-rules'
import { api } from '../../lib/api'
import type { InvitationLook, Me } from '../../lib/api-types'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import { NewPasswordField } from '../../ui/NewPasswordField'
import { PageTitle } from '../../ui/PageTitle'

interface AcceptInvitationProps {
  token: string
  invitation: InvitationLook
  onAccepted: (me: Me) => void
}

export function AcceptInvitation({ token, invitation, onAccepted }: AcceptInvitationProps) {
  const { t } = useTranslation()
  const { name, username, post, team } = invitation
  const [password, setPassword] = useState('')
  const accept = useMutation({ mutationFn: () => api.invitations.accept({ token, password }), onSuccess: onAccepted })
  const isWeak = brokenPasswordRules(password, username).length > 0
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWeak && !accept.isPending) accept.mutate()
  }
  return (
    <form className={form.stack} onSubmit={handleSubmit}>
      <PageTitle tab={t('account.invitation.tab')} about={[team, post].filter(Boolean).join(' · ')}>
        {t('account.invitation.title', { name })}
      </PageTitle>
      <TextInput label={t('account.invitation.username')} value={username} autoComplete="username" readOnly />
      <NewPasswordField label={t('account.invitation.password')} value={password} username={username} onChange={setPassword} />
      <ErrorNote error={accept.error} />
      <Button type="submit" disabled={isWeak} loading={accept.isPending} fullWidth>
        {t('account.invitation.button')}
      </Button>
    </form>
  )
}
