import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../shared/ids'
import type { OwnPresence, Presence } from '../../../shared/wire/awareness'
import { peopleHere, sameFaces, samePlaces } from './people'

const ME = 'person-wang' as PersonId
const presence = (id: string, name: string, own: OwnPresence = {}): Presence => ({
  user: { id: id as PersonId, name, color: 0 },
  ...own,
})

describe('people here', () => {
  it('counts a person with two tabs once, as the liveliest tab has it', () => {
    const people = peopleHere(
      [
        [7, presence('person-li', '李明', { activity: 'away', section: '1:1' })],
        [9, presence('person-li', '李明', { activity: 'editing', section: '1:9' })],
      ],
      ME,
    )
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({ activity: 'editing', section: '1:9', isMe: false })
  })

  it('keeps to one of two equal tabs, whichever order they arrive in', () => {
    const tabs: [number, Presence][] = [
      [7, presence('person-li', '李明', { activity: 'viewing', section: 'a' })],
      [9, presence('person-li', '李明', { activity: 'viewing', section: 'b' })],
    ]
    expect(peopleHere(tabs, ME)[0]?.section).toBe('a')
    expect(peopleHere(tabs.toReversed(), ME)[0]?.section).toBe('a')
  })

  it('puts oneself first and the others by name', () => {
    const people = peopleHere(
      [
        [1, presence('person-zhao', '赵静')],
        [2, presence('person-wang', '王芳')],
        [3, presence('person-chen', '陈刚')],
      ],
      ME,
    )
    expect(people.map((person) => person.name)).toEqual(['王芳', '陈刚', '赵静'])
    expect(people[0]?.isMe).toBe(true)
  })

  it('takes somebody of whom nothing is known yet for a reader', () => {
    expect(peopleHere([[1, presence('person-li', '李明')]], ME)[0]).toMatchObject({
      activity: 'viewing',
      section: null,
      view: null,
    })
  })
})

describe('the same people', () => {
  const at = (clock: number) => ({ anchor: { item: { client: 1, clock } }, head: { item: { client: 1, clock } } })
  const here = (own: OwnPresence, id = 'person-li') => peopleHere([[7, presence(id, '李明', own)]], ME)

  it('shows the same faces while carets move, and others when somebody does something else', () => {
    expect(sameFaces(here({ cursor: at(1) }), here({ cursor: at(2) }))).toBe(true)
    expect(sameFaces(here({ activity: 'viewing' }), here({ activity: 'editing' }))).toBe(false)
    expect(sameFaces(here({ section: '1:1' }), here({ section: '1:2' }))).toBe(false)
  })

  it('stands at the same places while only the own caret moves', () => {
    expect(samePlaces(here({ cursor: at(1) }), here({ cursor: at(1) }))).toBe(true)
    expect(samePlaces(here({ cursor: at(1) }), here({ cursor: at(2) }))).toBe(false)
    expect(samePlaces(here({ cursor: at(1) }, ME), here({ cursor: at(2) }, ME))).toBe(true)
  })
})
