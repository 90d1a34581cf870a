import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../shared/ids'
import { FREE, type Follow, type FollowEvent, followReducer, mayFollow } from './follow'
import type { PersonHere } from './people'

const person = (name: string, over: Partial<PersonHere> = {}): PersonHere => ({
  id: `person-${name}` as PersonId,
  name,
  color: 1,
  activity: 'viewing',
  section: null,
  cursor: null,
  view: null,
  following: null,
  isMe: false,
  ...over,
})
const ME = person('我', { isMe: true })
const WANG = person('王芳')

const run = (...events: FollowEvent[]): Follow => events.reduce(followReducer, FREE)

describe('follow', () => {
  it('follows until one scrolls, types, presses Esc or stops', () => {
    const start: FollowEvent = { kind: 'follow', person: WANG }
    expect(run(start)).toEqual({ kind: 'following', person: WANG.id, name: '王芳', color: 1 })
    for (const kind of ['scrolled', 'typed', 'escape', 'stop'] as const) expect(run(start, { kind })).toBe(FREE)
  })

  it('keeps following while the person is there, whatever they do', () => {
    const state = run({ kind: 'follow', person: WANG })
    expect(followReducer(state, { kind: 'people', people: [ME, { ...WANG, activity: 'away' }] })).toBe(state)
  })

  it('says that the person has left, until one moves', () => {
    const lost = run({ kind: 'follow', person: WANG }, { kind: 'people', people: [ME] })
    expect(lost).toEqual({ kind: 'lost', name: '王芳' })
    expect(followReducer(lost, { kind: 'scrolled' })).toBe(FREE)
  })

  it('changes to another person without a stop between', () => {
    expect(run({ kind: 'follow', person: WANG }, { kind: 'follow', person: person('李明') })).toMatchObject({ name: '李明' })
  })

  it('follows neither oneself nor, when two follow each other, anybody', () => {
    expect(run({ kind: 'follow', person: ME })).toBe(FREE)
    expect(mayFollow({ ...WANG, following: ME.id }, ME.id)).toBe(false)
    expect(run({ kind: 'follow', person: WANG }, { kind: 'people', people: [ME, { ...WANG, following: ME.id }] })).toBe(FREE)
  })
})
