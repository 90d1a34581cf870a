import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids'
import { brokenPasswordRules } from '../../../shared/model/password-rules'
import { api } from '../../lib/api'
import type { Invitation, Template } from '../../lib/api-types'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import { MemberLinesField } from '../../ui/MemberLinesField'
import { NewPasswordField } from '../../ui/NewPasswordField'
import { PageTitle } from '../../ui/PageTitle'
import { MeetingFields } from './MeetingFields'
import classes from './SetupForm.module.css'
import { useMeetingDraft } from './useMeetingDraft'

export interface SetupResult {
  meeting: MeetingId
  invitations: readonly Invitation[]
}

interface SetupFormProps {
  templates: readonly Template[]
  onDone: (result: SetupResult) => void
}

export function SetupForm({ templates, onDone }: SetupFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const [password, setPassword] = useState('')
  const [team, setTeam] = useState('')
  const [sample, setSample] = useState(false)
  const [attempts, setAttempts] = useState(0)
  const attempted = attempts > 0
  const fields = useRef<HTMLFormElement>(null)
  const meeting = useMeetingDraft(templates)

  const setup = useMutation({
    mutationFn: () =>
      api.setup.run({
        name: name.trim(),
        post: post.trim(),
        password,
        team: team.trim(),
        sample,
        ...(sample ? {} : { meeting: meeting.value() }),
      }),
    onSuccess: onDone,
  })

  const nameMissing = [...name.trim()].length < 2
  const teamMissing = team.trim() === ''
  const passwordWeak = brokenPasswordRules(password, name).length > 0
  const incomplete = nameMissing || teamMissing || passwordWeak || (!sample && meeting.problems.length > 0)

  useEffect(() => {
    if (attempts > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempts])

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (!incomplete && !setup.isPending) setup.mutate()
  }

  return (
    <form ref={fields} className={classes.form} onSubmit={handleSubmit} noValidate>
      <PageTitle about={t('setup.about')}>{t('setup.title')}</PageTitle>
      <section className={form.stack} aria-labelledby="setup-you">
        <h2 id="setup-you">{t('setup.you')}</h2>
        <div className={form.pair}>
          <TextInput
            label={t('setup.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={attempted && nameMissing ? t('setup.nameMissing') : undefined}
            autoComplete="username"
            maxLength={32}
            required
            autoFocus
          />
          <TextInput
            label={t('setup.post')}
            placeholder={t('setup.postExample')}
            value={post}
            onChange={(event) => setPost(event.currentTarget.value)}
            maxLength={50}
          />
        </div>
        <NewPasswordField
          label={t('setup.password')}
          value={password}
          username={name}
          invalid={attempted && passwordWeak}
          onChange={setPassword}
        />
      </section>
      <section className={form.stack} aria-labelledby="setup-team">
        <h2 id="setup-team">{t('setup.team')}</h2>
        <TextInput
          label={t('setup.teamName')}
          placeholder={t('setup.teamExample')}
          value={team}
          onChange={(event) => setTeam(event.currentTarget.value)}
          error={attempted && teamMissing ? t('setup.teamMissing') : undefined}
          maxLength={100}
          required
        />
        <Checkbox
          label={t('setup.sample')}
          description={t('setup.sampleAbout')}
          checked={sample}
          onChange={(event) => setSample(event.currentTarget.checked)}
        />
        {!sample && (
          <MemberLinesField
            label={t('setup.members')}
            value={meeting.draft.members}
            onChange={(members) => meeting.change({ members })}
          />
        )}
      </section>
      {!sample && (
        <section className={form.stack} aria-labelledby="setup-meeting">
          <h2 id="setup-meeting">{t('setup.meeting')}</h2>
          <MeetingFields templates={templates} meeting={meeting} showProblems={attempted} />
        </section>
      )}
      <ErrorNote error={setup.error} />
      <div className={form.actions}>
        {attempted && incomplete && (
          <p role="alert" className={classes.incomplete}>
            {t(passwordWeak ? 'setup.passwordWeak' : 'setup.incomplete')}
          </p>
        )}
        <Button type="submit" size="md" loading={setup.isPending}>
          {t('setup.button')}
        </Button>
      </div>
    </form>
  )
}
