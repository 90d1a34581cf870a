import { describe, expect, it } from 'vitest'
import type { MeetingId, PersonId } from '../../../../shared/ids'
import type { Whereabouts } from '../../../../shared/live/messages'
import { plain } from '../../../../shared/schema/blocks'
import { CHEN, LI, materialOf, SUN, told, WANG, ZHOU } from '../../../../shared/testing/meeting'
import type { LiveModel } from '../../../live/live-model'
import { doingOf } from './doing'

const MATERIAL = materialOf(WANG)

function modelWith(here: Whereabouts[]): LiveModel {
  const people = [WANG, LI, CHEN, SUN]
  const state = told([
    { kind: 'gather' },
    ...people.map((person) => ({ kind: 'attend', person, status: 'present', reason: '' }) as const),
    { kind: 'attend', person: ZHOU, status: 'absent', reason: '公务' },
    { kind: 'start' },
    { kind: 'goTo', item: 'item-3', turn: WANG },
  ])
  return {
    meeting: 'meeting-one' as MeetingId,
    title: '会',
    clockOffsetMs: 0,
    you: { person: LI, roles: ['principal'] },
    people: new Map(),
    state,
    record: { lines: [], replies: [] },
    text: {
      material: MATERIAL,
      version: 1,
      hash: 'aa',
      blocks: [
        { type: 'heading', level: 1, runs: plain('主要问题') },
        { type: 'paragraph', runs: plain('正文') },
      ],
    },
    place: { material: MATERIAL, block: 1, offset: 0, person: WANG, anchor: null },
    here: new Map(here.map((one) => [one.person, one])),
    projectors: 0,
  }
}

const at = (person: PersonId, more: Partial<Whereabouts> = {}): Whereabouts => {
  return { person, following: true, section: null, writing: false, ...more }
}

describe('what the list of people says', () => {
  const model = modelWith([at(WANG), at(CHEN, { following: false, section: 0 }), at(SUN, { writing: true })])
  const doing = (person: PersonId) => {
    const attendee = model.state.attendance.find((one) => one.person === person)
    return attendee && doingOf(model, attendee)
  }

  it('is where the speaker is, who looks where, who writes, who is away and who is absent', () => {
    expect(doing(WANG)).toEqual({ kind: 'speaking', section: '一、主要问题' })
    expect(doing(CHEN)).toEqual({ kind: 'elsewhere', section: '一、主要问题' })
    expect(doing(SUN)).toEqual({ kind: 'writing' })
    expect(doing(LI)).toEqual({ kind: 'away' })
    expect(doing(ZHOU)).toEqual({ kind: 'absent', reason: '公务' })
  })

  it('is no following where there is nobody to follow', () => {
    const ended = { ...model, state: { ...model.state, phase: 'ended' as const } }
    const attendee = model.state.attendance.find(({ person }) => person === WANG)
    expect(attendee && doingOf(ended, attendee)).toEqual({ kind: 'here' })
  })
})
