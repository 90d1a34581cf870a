import { describe, expect, it } from 'vitest'
import type { Template } from '../../lib/api-types'
import { emptyDraft, newMeetingOf, problemsOf } from './meeting-draft'

const outline = { title: '', parts: [] }
const templates: Template[] = [
  { id: 'y2025', name: '2025', kind: 'democraticLifeMeeting', about: '', collective: outline, individual: outline },
  { id: 'org', name: '组织生活会', kind: 'orgLifeMeeting', about: '', collective: outline, individual: outline },
]

describe('meeting draft', () => {
  it('begins with the first template', () => {
    expect(emptyDraft(templates, '2026-01-18').templateId).toBe('y2025')
    expect(problemsOf(emptyDraft(templates, '2026-01-18'), '民主生活会')).toEqual([])
  })

  it('names what is missing', () => {
    const draft = { ...emptyDraft(templates, ''), members: '李明，书记\n王' }
    expect(problemsOf(draft, ' ')).toEqual(['title', 'day', 'members'])
    expect(problemsOf({ ...draft, day: '2026-13-40' }, '会')).toContain('day')
  })

  it('takes kind from the template and year from the day', () => {
    const draft = { ...emptyDraft(templates, '2026-01-18'), templateId: 'org', place: ' 三楼 ', members: '李明，书记' }
    expect(newMeetingOf(draft, ' 组织生活会 ', templates)).toEqual({
      title: '组织生活会',
      kind: 'orgLifeMeeting',
      year: 2025,
      day: '2026-01-18',
      place: '三楼',
      templateId: 'org',
      members: '李明，书记',
    })
  })
})
