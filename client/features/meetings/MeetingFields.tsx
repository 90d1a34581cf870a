import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../lib/api-types'
import form from '../../ui/Form.module.css'
import { TemplateChoice } from './TemplateChoice'
import type { MeetingForm } from './useMeetingDraft'

interface MeetingFieldsProps {
  templates: readonly Template[]
  meeting: MeetingForm
  /** Whether to point at what is missing. */
  showProblems: boolean
}

export function MeetingFields({ templates, meeting, showProblems }: MeetingFieldsProps) {
  const { t } = useTranslation()
  const { draft, title, problems, change } = meeting
  return (
    <div className={form.stack}>
      <TemplateChoice templates={templates} value={draft.templateId} onChange={(templateId) => change({ templateId })} />
      <div className={form.pair}>
        <TextInput
          type="date"
          label={t('meeting.day')}
          value={draft.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
          error={showProblems && problems.includes('day') ? t('meeting.dayMissing') : undefined}
          required
        />
        <TextInput
          label={t('meeting.place')}
          value={draft.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
          maxLength={100}
        />
      </div>
      <TextInput
        label={t('meeting.title')}
        value={title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={showProblems && problems.includes('title') ? t('meeting.titleMissing') : undefined}
        maxLength={100}
        required
      />
    </div>
  )
}
