import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api'
import type { Me } from '../../lib/api-types'
import { failureOf } from '../../lib/failure'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'

export function SignInForm({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => api.session.signIn({ username: username.trim(), password }),
    onSuccess: onSignedIn,
    onError: () => setPassword(''),
  })
  const left = signIn.error === null ? undefined : failureOf(signIn.error).data.left
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <form className={form.stack} onSubmit={handleSubmit}>
      <TextInput
        label={t('account.signIn.username')}
        description={t('account.signIn.usernameHint')}
        value={username}
        onChange={(event) => setUsername(event.currentTarget.value)}
        autoComplete="username"
        required
        autoFocus
      />
      <PasswordInput
        label={t('account.signIn.password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        required
      />
      <ErrorNote error={signIn.error} />
      {typeof left === 'number' && <p role="status">{t('account.signIn.left', { count: left })}</p>}
      <Button type="submit" loading={signIn.isPending} fullWidth>
        {t('account.signIn.button')}
      </Button>
    </form>
  )
}
