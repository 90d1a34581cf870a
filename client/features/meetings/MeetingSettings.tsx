import { Button, NativeSelect, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STAGES, type Stage } from '../../../shared/model/meeting'
import { api } from '../../lib/api'
import type { MeetingDetail } from '../../lib/api-types'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import panel from '../../ui/Panel.module.css'
import { isDay } from './meeting-draft'
import { SavedNote } from './SavedNote'
import { useMeetingMutation } from './useMeetingMutation'

export function MeetingSettings({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation()
  const [title, setTitle] = useState(meeting.title)
  const [theme, setTheme] = useState(meeting.theme)
  const [day, setDay] = useState(meeting.day)
  const [place, setPlace] = useState(meeting.place)
  const [stage, setStage] = useState<Stage>(meeting.stage)
  const [membersReadApproved, setMembersReadApproved] = useState(meeting.membersReadApproved)
  const [draftersDecide, setDraftersDecide] = useState(meeting.draftersDecide)
  const save = useMeetingMutation(() =>
    api.meetings.update({
      meeting: meeting.id,
      title: title.trim(),
      theme: theme.trim(),
      day,
      place: place.trim(),
      stage,
      membersReadApproved,
      draftersDecide,
    }),
  )
  const isIncomplete = title.trim() === '' || !isDay(day)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isIncomplete) save.mutate(undefined)
  }
  return (
    <form className={panel.panel} onSubmit={handleSubmit} onChange={save.reset} aria-labelledby="settings-basics">
      <h2 id="settings-basics">{t('meeting.settings.basics')}</h2>
      <TextInput
        label={t('meeting.title')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={title.trim() === '' ? t('meeting.titleMissing') : undefined}
        maxLength={100}
        required
      />
      <TextInput
        label={t('meeting.theme')}
        value={theme}
        onChange={(event) => setTheme(event.currentTarget.value)}
        maxLength={200}
      />
      <div className={form.pair}>
        <TextInput
          type="date"
          label={t('meeting.day')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          error={isDay(day) ? undefined : t('meeting.dayMissing')}
          required
        />
        <TextInput
          label={t('meeting.place')}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
          maxLength={100}
        />
        <NativeSelect
          label={t('meeting.stage')}
          value={stage}
          onChange={(event) => setStage(STAGES.find((each) => each === event.currentTarget.value) ?? stage)}
          data={STAGES.map((each) => ({ value: each, label: t(`terms.stage.${each}`) }))}
        />
      </div>
      <Switch
        label={t('meeting.settings.membersRead')}
        description={t('meeting.settings.membersReadAbout')}
        checked={membersReadApproved}
        onChange={(event) => setMembersReadApproved(event.currentTarget.checked)}
      />
      <Switch
        label={t('meeting.settings.draftersDecide')}
        description={t('meeting.settings.draftersDecideAbout')}
        checked={draftersDecide}
        onChange={(event) => setDraftersDecide(event.currentTarget.checked)}
      />
      <ErrorNote error={save.error} />
      <div className={form.actions}>
        <SavedNote shown={save.isSuccess} />
        <Button type="submit" loading={save.isPending} disabled={isIncomplete}>
          {t('app.save')}
        </Button>
      </div>
    </form>
  )
}
