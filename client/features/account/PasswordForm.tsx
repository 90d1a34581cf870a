import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { brokenPasswordRules } from '../../../shared/model/password-rules'
import { api } from '../../lib/api'
import { ErrorNote } from '../../ui/ErrorNote'
import { NewPasswordField } from '../../ui/NewPasswordField'
import classes from './PasswordForm.module.css'

export function PasswordForm({ username }: { username: string }) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => api.session.changePassword({ current, next }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
    },
  })
  const isIncomplete = current === '' || brokenPasswordRules(next, username).length > 0
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isIncomplete) change.mutate()
  }
  return (
    <form className={classes.form} onSubmit={handleSubmit}>
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <PasswordInput
        label={t('account.page.current')}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        autoComplete="current-password"
        required
      />
      <NewPasswordField label={t('account.page.next')} value={next} username={username} onChange={setNext} />
      <ErrorNote error={change.error} />
      <div className={classes.line}>
        <Button type="submit" disabled={isIncomplete} loading={change.isPending}>
          {t('account.page.change')}
        </Button>
        <span role="status">{change.isSuccess && t('account.page.changed')}</span>
      </div>
    </form>
  )
}
