import { describe, expect, it } from 'vitest'
import type { MaterialId, PersonId } from '../../../shared/ids'
import { materialGroups, type NavMaterial, type NavMember } from './material-groups'

const LI = 'person-li' as PersonId
const WANG = 'person-wang' as PersonId
const MEMBERS: NavMember[] = [
  { person: LI, name: '李明', post: '书记', color: 0 },
  { person: WANG, name: '王芳', post: '副书记', color: 1 },
]
const material = (id: string, over: Partial<NavMaterial> = {}): NavMaterial => ({
  id: id as MaterialId,
  kind: 'individual',
  title: id,
  owner: LI,
  state: 'draft',
  ability: 'edit',
  progress: { written: 1, total: 3 },
  suggestions: 0,
  ...over,
})

describe('material groups', () => {
  it('lists the collective material apart and the personal ones in the order of the members', () => {
    const groups = materialGroups(
      [material('of-wang', { owner: WANG }), material('all', { kind: 'collective', owner: null }), material('of-li')],
      MEMBERS,
      WANG,
    )
    expect(groups.collective.map((row) => row.id)).toEqual(['all'])
    expect(groups.individual.map((row) => [row.member?.name, row.isMine])).toEqual([
      ['李明', false],
      ['王芳', true],
    ])
  })

  it('does not open a draft of which one may know only how far it is', () => {
    const row = materialGroups([material('of-li', { ability: 'state' })], MEMBERS, WANG).individual[0]
    expect(row).toMatchObject({ state: 'draft', readable: false, progress: { written: 1, total: 3 } })
  })

  it('counts the suggestions that wait, and none where the text may not be read', () => {
    const rows = materialGroups([material('a', { suggestions: 5 }), material('b', { suggestions: null })], MEMBERS, LI).individual
    expect(rows.map((row) => row.suggestions)).toEqual([5, 0])
  })

  it('shows no bar where no sections are prescribed', () => {
    const rows = materialGroups(
      [material('a', { progress: null }), material('b', { progress: { written: 0, total: 0 } })],
      MEMBERS,
      LI,
    ).individual
    expect(rows.map((row) => row.progress)).toEqual([null, null])
  })
})
