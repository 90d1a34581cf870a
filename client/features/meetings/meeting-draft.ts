/** A meeting that is being filled in: what follows from what, and what is still wrong with it. */
import { parseMemberLines } from '../../../shared/model/member-lines'
import type { NewMeeting, Template } from '../../lib/api-types'
import { yearUnderReview } from '../../lib/days'

export interface MeetingDraft {
  templateId: string
  day: string
  /** null: follows template and day until somebody types one. */
  title: string | null
  place: string
  members: string
}

export const DRAFT_PROBLEMS = ['title', 'day', 'members'] as const
export type DraftProblem = (typeof DRAFT_PROBLEMS)[number]

export function emptyDraft(templates: readonly Template[], day: string): MeetingDraft {
  return { templateId: templates[0]?.id ?? '', day, title: null, place: '', members: '' }
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

export function problemsOf(draft: MeetingDraft, title: string): DraftProblem[] {
  const holds: Record<DraftProblem, boolean> = {
    title: title.trim() !== '',
    day: isDay(draft.day),
    members: parseMemberLines(draft.members).problems.length === 0,
  }
  return DRAFT_PROBLEMS.filter((problem) => !holds[problem])
}

export function newMeetingOf(draft: MeetingDraft, title: string, templates: readonly Template[]): NewMeeting {
  const template = templates.find(({ id }) => id === draft.templateId)
  return {
    title: title.trim(),
    kind: template?.kind ?? 'democraticLifeMeeting',
    year: yearUnderReview(draft.day),
    day: draft.day,
    place: draft.place.trim(),
    templateId: draft.templateId,
    members: draft.members,
  }
}
