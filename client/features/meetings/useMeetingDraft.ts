import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewMeeting, Template } from '../../lib/api-types'
import { addDays, dayOf, yearUnderReview } from '../../lib/days'
import { type DraftProblem, emptyDraft, isDay, type MeetingDraft, newMeetingOf, problemsOf } from './meeting-draft'

/** Enough time to write, and near enough that somebody changes it if it is wrong. */
const DAYS_AHEAD = 14

export interface MeetingForm {
  draft: MeetingDraft
  title: string
  problems: DraftProblem[]
  change: (change: Partial<MeetingDraft>) => void
  value: () => NewMeeting
}

export function useMeetingDraft(templates: readonly Template[]): MeetingForm {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => emptyDraft(templates, addDays(dayOf(new Date()), DAYS_AHEAD)))
  const kind = templates.find(({ id }) => id === draft.templateId)?.kind ?? 'democraticLifeMeeting'
  const suggested = isDay(draft.day)
    ? t('meeting.suggestedTitle', { year: yearUnderReview(draft.day), kind: t(`terms.kind.${kind}`) })
    : t(`terms.kind.${kind}`)
  const title = draft.title ?? suggested
  return {
    draft,
    title,
    problems: problemsOf(draft, title),
    change: (change) => setDraft((before) => ({ ...before, ...change })),
    value: () => newMeetingOf(draft, title, templates),
  }
}
