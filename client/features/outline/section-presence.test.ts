import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../shared/ids'
import { sameVisitors, type Visitor, visitorsBySection } from './section-presence'

const visitor = (name: string, section: string | null, activity: Visitor['activity'] = 'viewing'): Visitor => ({
  id: `person-${name}` as PersonId,
  name,
  color: 0,
  activity,
  section,
})
const SECTIONS = [{ id: '1:0' }, { id: '1:8' }]
const names = (group: Visitor[] | undefined) => group?.map((each) => each.name)

describe('visitors by section', () => {
  it('puts everyone under the heading they stand under, the preface included', () => {
    const grouped = visitorsBySection(SECTIONS, [visitor('李明', '1:0'), visitor('王芳', null), visitor('赵静', '1:0')])
    expect(names(grouped.get('1:0'))).toEqual(['李明', '赵静'])
    expect(names(grouped.get(null))).toEqual(['王芳'])
    expect(grouped.get('1:8')).toBeUndefined()
  })

  it('names those who write first and those who went away last', () => {
    const grouped = visitorsBySection(SECTIONS, [
      visitor('李明', '1:8', 'away'),
      visitor('王芳', '1:8'),
      visitor('赵静', '1:8', 'editing'),
    ])
    expect(names(grouped.get('1:8'))).toEqual(['赵静', '王芳', '李明'])
  })

  it('shows nobody under a heading that is no longer there', () => {
    const grouped = visitorsBySection(SECTIONS, [visitor('李明', '9:9')])
    expect([...grouped.values()].flat()).toEqual([])
  })
})

describe('same visitors', () => {
  it('looks at what the outline shows and at nothing else', () => {
    const one = visitor('李明', '1:0')
    expect(sameVisitors([one], [{ ...one }])).toBe(true)
    expect(sameVisitors([one], [{ ...one, section: '1:8' }])).toBe(false)
    expect(sameVisitors([one], [{ ...one, activity: 'editing' }])).toBe(false)
    expect(sameVisitors([one], [])).toBe(false)
  })
})
