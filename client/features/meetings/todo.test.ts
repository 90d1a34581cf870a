import { describe, expect, it } from 'vitest'
import type { MaterialId, MeetingId, PersonId } from '../../../shared/ids'
import type { Material, MeetingDetail, Member } from '../../lib/api-types'
import { todosIn } from './todo'

const li = 'person-li' as PersonId
const wang = 'person-wang' as PersonId

const member = (person: PersonId, name: string, joined = true): Member => ({
  person,
  name,
  username: name,
  post: '',
  roles: ['member'],
  color: 0,
  joined,
})

const material = (change: Partial<Material>): Material => ({
  id: 'material-1' as MaterialId,
  meeting: 'meeting-1' as MeetingId,
  kind: 'individual',
  title: '个人对照检查材料',
  owner: li,
  state: 'draft',
  reason: null,
  ability: 'edit',
  heldByDrafters: false,
  transitions: [],
  openedTo: [],
  progress: { written: 2, total: 6, chars: 900 },
  suggestions: 0,
  ...change,
})

const meeting = (change: Partial<MeetingDetail>): MeetingDetail => ({
  id: 'meeting-1' as MeetingId,
  kind: 'democraticLifeMeeting',
  title: '民主生活会',
  year: 2025,
  theme: '',
  day: '2026-01-18',
  place: '',
  stage: 'write',
  templateId: 'y2025',
  roles: ['member'],
  members: [member(li, '李明'), member(wang, '王芳')],
  materials: [],
  collectiveOutline: { title: '', parts: [] },
  individualOutline: { title: '', parts: [] },
  membersReadApproved: false,
  draftersDecide: false,
  ...change,
})

const kinds = (change: Partial<MeetingDetail>, me = li) => todosIn(meeting(change), me).map(({ kind }) => kind)

describe('todosIn', () => {
  it('offers one’s own draft with how far it is', () => {
    expect(todosIn(meeting({ materials: [material({})] }), li)).toEqual([
      { kind: 'write', meeting: 'meeting-1', day: '2026-01-18', material: 'material-1', written: 2, total: 6 },
    ])
  })

  it('says nothing of a draft of somebody else, opened or not', () => {
    expect(kinds({ materials: [material({ ability: 'suggest' }), material({ ability: 'state' })] }, wang)).toEqual([])
  })

  it('puts a returned material first, with its reason', () => {
    const collective = material({ kind: 'collective', owner: null })
    const returned = material({ state: 'returned', reason: '原因部分太短', transitions: ['submit'] })
    const [first, second] = todosIn(meeting({ materials: [collective, returned] }), li)
    expect(first).toMatchObject({ kind: 'returned', reason: '原因部分太短' })
    expect(second).toMatchObject({ kind: 'collective' })
  })

  it('asks for a review only of those who may approve', () => {
    const submitted = material({ state: 'submitted', owner: wang, ability: 'suggest', transitions: ['return', 'approve'] })
    expect(todosIn(meeting({ materials: [submitted] }), li)).toMatchObject([{ kind: 'review', name: '王芳' }])
    expect(kinds({ materials: [material({ state: 'submitted', owner: wang, ability: 'suggest' })] })).toEqual([])
  })

  it('counts the proposals for those who decide on them', () => {
    const mine = material({ suggestions: 5, title: '个人材料' })
    expect(todosIn(meeting({ materials: [mine] }), li)).toMatchObject([
      { kind: 'suggestions', title: '个人材料', count: 5 },
      { kind: 'write' },
    ])
    expect(kinds({ materials: [material({ suggestions: 5, ability: 'suggest' })] }, wang)).toEqual([])
  })

  it('reminds the office, and only the office, of those without a password', () => {
    const members = [member(li, '李明'), member(wang, '王芳', false)]
    expect(todosIn(meeting({ members, roles: ['office'] }), li)).toMatchObject([{ kind: 'invite', names: ['王芳'] }])
    expect(kinds({ members, roles: ['member'] })).toEqual([])
  })

  it('is quiet about what is finished and about archived meetings', () => {
    expect(kinds({ materials: [material({ state: 'approved', ability: 'read' })] })).toEqual([])
    expect(kinds({ stage: 'archive', materials: [material({})] })).toEqual([])
  })
})
