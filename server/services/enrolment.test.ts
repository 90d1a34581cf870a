import { describe, expect, it } from 'vitest'
import { withRoles } from './enrolment'

const principalOf = (...posts: string[]) =>
  withRoles(posts.map((post, index) => ({ name: `人${index}`, post }))).findIndex(({ roles }) => roles.includes('principal'))

describe('withRoles', () => {
  it('makes the secretary the principal, wherever they are listed', () => {
    expect(principalOf('局长', '党组书记', '副局长')).toBe(1)
    expect(principalOf('党组副书记', '党组书记')).toBe(1)
    expect(principalOf('副局长', '主要负责同志')).toBe(1)
  })

  it('takes the first listed where nobody is secretary', () => {
    expect(principalOf('局长', '副局长')).toBe(0)
    expect(principalOf('副书记', '委员')).toBe(0)
  })

  it('makes everybody a member', () => {
    expect(
      withRoles([
        { name: '甲', post: '书记' },
        { name: '乙', post: '' },
      ]).map(({ roles }) => roles),
    ).toEqual([['principal', 'member'], ['member']])
  })
})
