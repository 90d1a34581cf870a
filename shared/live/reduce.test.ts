import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MaterialId, PersonId } from '../ids'
import { CHEN, COLLECTIVE, enrolledMeeting, LI, materialOf, ROSTER, SUN, told, WANG, ZHOU } from '../testing/meeting'
import { positionsOf, UNITS } from './agenda'
import { ATTENDANCE, countHeads } from './attendance'
import type { Command, MeetingAct } from './commands'
import { elapsedMs, itemProgress, type MeetingState, NO_MEETING, placeIn, RECORD_STAGES, speakerOf } from './meeting-state'
import { materialToShow, reduce } from './reduce'

const MINUTE = 60_000
const APPROVED = { version: 3, hash: 'a'.repeat(64) }
const by = (actor: PersonId, command: Command, at = 1_000_000): MeetingAct => ({ at, actor, command })
const refusal = (state: MeetingState, act: MeetingAct) => {
  const next = reduce(state, act)
  return next.ok ? null : next.error
}
const started = () => told([{ kind: 'gather' }, { kind: 'start' }])
const where = ({ position }: MeetingState) => position && `${position.item} ${position.turn} ${position.step}`
const turnsOf = (state: MeetingState, id: string) => state.items.find((item) => item.id === id)?.turns.map(({ person }) => person)

describe('the agenda', () => {
  it('comes from the template: prior rectification, the team’s text, person by person, the principal first', () => {
    const { items } = enrolledMeeting()
    expect(items.map(({ kind }) => kind)).toEqual([
      'priorRectification',
      'collective',
      'individual',
      'supervisorRemarks',
      'closingRemarks',
      'summary',
    ])
    expect(turnsOf(enrolledMeeting(), 'item-3')).toEqual([LI, WANG, CHEN])
    expect(items[1]?.turns).toEqual([{ id: LI, person: LI, material: COLLECTIVE, spentMs: 0 }])
    expect(items[3]?.turns[0]?.person).toBe(ZHOU)
  })

  it('goes through self-examination, criticism and reply of each person', () => {
    let state = told([{ kind: 'goTo', item: 'item-3', turn: LI }], started())
    const seen = []
    for (let i = 0; i < 7; i++) {
      seen.push(where(state))
      state = told([{ kind: 'next', unit: 'step' }], state)
    }
    expect(seen).toEqual([
      `item-3 ${LI} selfExamination`,
      `item-3 ${LI} criticism`,
      `item-3 ${LI} reply`,
      `item-3 ${WANG} selfExamination`,
      `item-3 ${WANG} criticism`,
      `item-3 ${WANG} reply`,
      `item-3 ${CHEN} selfExamination`,
    ])
  })

  it('hands over to the next speaker, and back to the beginning of the one before', () => {
    const during = told(
      [
        { kind: 'goTo', item: 'item-3', turn: LI },
        { kind: 'next', unit: 'step' },
      ],
      started(),
    )
    const handed = told([{ kind: 'next', unit: 'turn' }], during)
    expect([where(handed), speakerOf(handed)]).toEqual([`item-3 ${WANG} selfExamination`, WANG])
    expect(where(told([{ kind: 'back', unit: 'turn' }], handed))).toBe(`item-3 ${LI} selfExamination`)
    expect(where(told([{ kind: 'back', unit: 'step' }], handed))).toBe(`item-3 ${LI} reply`)
    expect(where(told([{ kind: 'next', unit: 'item' }], handed))).toBe(`item-4 ${ZHOU} statement`)
    expect(where(told([{ kind: 'back', unit: 'item' }], handed))).toBe(`item-2 ${LI} statement`)
  })

  it('is rearranged, but never loses what time was spent on', () => {
    const state = told(
      [
        { kind: 'moveTurn', item: 'item-3', turn: CHEN, before: WANG },
        { kind: 'addItem', title: '民主评议', minutes: 5, before: 'item-6' },
        { kind: 'moveItem', item: 'item-4', before: 'item-3' },
        { kind: 'changeItem', item: 'item-1', title: '整改情况', minutes: 6 },
      ],
      started(),
    )
    expect(state.items.map(({ id }) => id)).toEqual(['item-1', 'item-2', 'item-4', 'item-3', 'item-5', 'item-7', 'item-6'])
    expect(turnsOf(state, 'item-3')).toEqual([LI, CHEN, WANG])
    expect(refusal(state, by(LI, { kind: 'removeItem', item: 'item-1' }))).toBe('impossible')
    const later = told([by(LI, { kind: 'next', unit: 'item' }, 2_000_000)], state)
    expect(refusal(later, by(LI, { kind: 'removeItem', item: 'item-1' }))).toBe('impossible')
    expect(told([{ kind: 'removeItem', item: 'item-7' }], later).items).toHaveLength(6)
  })

  it('takes in who joins later and lets go who left without having spoken', () => {
    const late = 'person-late' as PersonId
    const people = [
      ...ROSTER.people.filter(({ person }) => person !== CHEN),
      { person: late, roles: ['member' as const], material: null },
    ]
    const state = told([{ at: 1, actor: null, command: { kind: 'enrol', roster: { ...ROSTER, people } } }], started())
    expect(turnsOf(state, 'item-3')).toEqual([LI, WANG, late])
    expect(state.attendance.map(({ person }) => person)).toEqual([WANG, LI, ZHOU, SUN, late])
    expect(told([{ at: 2, actor: null, command: { kind: 'enrol', roster: { ...ROSTER, people } } }], state)).toBe(state)
  })
})

describe('the clock', () => {
  it('adds up over pauses and returns, and never cuts', () => {
    const t = (minute: number, command: Command) => by(LI, command, minute * MINUTE)
    const state = told(
      [
        t(0, { kind: 'start' }),
        t(10, { kind: 'pause' }),
        t(15, { kind: 'resume' }),
        t(18, { kind: 'next', unit: 'item' }),
        t(20, { kind: 'back', unit: 'item' }),
      ],
      enrolledMeeting(),
    )
    const place = placeIn(state.items, state.position)
    expect(place && elapsedMs(state, place.item, place.turn, 60 * MINUTE)).toBe((13 + 40) * MINUTE)
    expect(state.items[1]?.turns[0]?.spentMs).toBe(2 * MINUTE)
    // A clock set back takes nothing away.
    expect(told([t(19, { kind: 'pause' })], state).items[0]?.turns[0]?.spentMs).toBe(13 * MINUTE)
  })

  it('goes on after an end pressed too early, until the record is up for confirmation', () => {
    const ended = told([{ kind: 'end' }], started())
    expect([ended.phase, speakerOf(ended), itemProgress(ended, ended.items[5] as never)]).toEqual(['ended', null, 'done'])
    expect(told([{ kind: 'resume' }], ended).phase).toBe('running')
    expect(refusal(told([{ kind: 'setRecord', stage: 'confirmation' }], ended), by(LI, { kind: 'resume' }))).toBe('impossible')
  })
})

describe('attendance', () => {
  it('counts those expected, and notes at the start whether they were enough', () => {
    const present = (person: PersonId): Command => ({ kind: 'attend', person, status: 'present', reason: '' })
    const two = told([
      present(LI),
      present(WANG),
      present(ZHOU),
      { kind: 'attend', person: CHEN, status: 'absent', reason: '公差' },
    ])
    const count = { expected: 3, present: 2, absent: 1, observing: 1, reached: true }
    expect(countHeads(two.attendance, two.quorum)).toEqual(count)
    expect(told([{ kind: 'start' }], two).countAtStart).toEqual(count)
    expect(told([{ kind: 'setQuorum', needs: 9, of: 10 }, { kind: 'start' }], two).countAtStart?.reached).toBe(false)
    expect(told([{ kind: 'expect', person: CHEN, expected: false }], two).attendance).not.toBe(two.attendance)
  })

  it('says nothing new the second time', () => {
    const once = told([{ kind: 'attend', person: WANG, status: 'present', reason: '' }])
    expect(told([{ kind: 'attend', person: WANG, status: 'present', reason: '' }], once, 9_000_000)).toBe(once)
  })
})

describe('presenting', () => {
  const present = (material: MaterialId): MeetingAct => ({ ...by(LI, { kind: 'present', material }), version: APPROVED })

  it('needs an approved version, and for an individual text its owner’s consent', () => {
    expect(refusal(started(), by(LI, { kind: 'present', material: COLLECTIVE }))).toBe('not-approved')
    expect(refusal(started(), present(materialOf(WANG)))).toBe('no-consent')
    expect(refusal(started(), present('material-elsewhere' as MaterialId))).toBe('impossible')
    const agreed = told([by(WANG, { kind: 'consent', given: true }), present(materialOf(WANG))], started())
    expect(agreed.presented).toMatchObject({ material: materialOf(WANG), ...APPROVED })
    expect(told([by(WANG, { kind: 'consent', given: false })], agreed).presented).toBeNull()
  })

  it('stays through criticism and reply, ends with the turn, and is kept for the record once', () => {
    const consented = told([by(WANG, { kind: 'consent', given: true }), { kind: 'goTo', item: 'item-3', turn: WANG }], started())
    const shown = told([present(materialOf(WANG)), { kind: 'next', unit: 'step' }, { kind: 'next', unit: 'step' }], consented)
    expect(shown.presented?.material).toBe(materialOf(WANG))
    const after = told([{ kind: 'next', unit: 'step' }], shown)
    expect(after.presented).toBeNull()
    const again = told([{ kind: 'back', unit: 'turn' }, present(materialOf(WANG))], after)
    expect(again.shown).toHaveLength(1)
  })

  it('shows by itself what a turn comes with, once', () => {
    const before = started()
    const collective = told([{ kind: 'next', unit: 'item' }], before)
    expect(materialToShow(before, collective)).toBe(COLLECTIVE)
    const person = told([{ kind: 'next', unit: 'item' }], collective)
    expect(materialToShow(collective, person)).toBeNull()
    const agreed = told([by(LI, { kind: 'consent', given: true })], person)
    expect(materialToShow(person, agreed)).toBe(materialOf(LI))
    expect(materialToShow(agreed, told([{ kind: 'next', unit: 'step' }], agreed))).toBeNull()
  })
})

describe('the record', () => {
  it('opens for confirmation after the end and is locked for good', () => {
    expect(refusal(started(), by(LI, { kind: 'setRecord', stage: 'confirmation' }))).toBe('impossible')
    const ended = told([{ kind: 'end' }], started())
    expect(refusal(ended, by(LI, { kind: 'setRecord', stage: 'locked' }))).toBe('impossible')
    const confirming = told([{ kind: 'setRecord', stage: 'confirmation' }], ended)
    const locked = told([{ kind: 'setRecord', stage: 'locked' }], confirming)
    for (const command of [
      { kind: 'setRecord', stage: 'open' },
      { kind: 'attend', person: LI, status: 'absent', reason: '' },
    ] as const)
      expect(refusal(locked, by(LI, command))).toBe('locked')
  })
})

const person = fc.constantFrom(WANG, LI, CHEN, ZHOU, SUN, 'person-nobody' as PersonId)
const item = fc.constantFrom('item-1', 'item-2', 'item-3', 'item-4', 'item-7', 'item-99')
const turn = fc.oneof(person, fc.constant('all'))
const before = fc.option(item)
const title = fc.constantFrom('民主评议', '其他')
const minutes = fc.integer({ min: 0, max: 60 })
const unit = fc.constantFrom(...UNITS)
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>({ kind: 'gather' }, { kind: 'start' }, { kind: 'pause' }, { kind: 'resume' }, { kind: 'withdraw' }),
  fc.record({ kind: fc.constantFrom('next' as const, 'back' as const), unit }),
  fc.record({ kind: fc.constant('goTo' as const), item, turn }),
  fc.record({ kind: fc.constant('addItem' as const), title, minutes, before }),
  fc.record({ kind: fc.constant('changeItem' as const), item, title, minutes }),
  fc.record({ kind: fc.constant('moveItem' as const), item, before }),
  fc.record({ kind: fc.constant('moveTurn' as const), item, turn, before: fc.option(turn) }),
  fc.record({ kind: fc.constant('removeItem' as const), item }),
  fc.record({ kind: fc.constant('attend' as const), person, status: fc.constantFrom(...ATTENDANCE), reason: title }),
  fc.record({ kind: fc.constant('expect' as const), person, expected: fc.boolean() }),
  fc.record({ kind: fc.constant('consent' as const), given: fc.boolean() }),
  fc.record({ kind: fc.constant('present' as const), material: fc.constantFrom(COLLECTIVE, materialOf(LI), materialOf(CHEN)) }),
  fc.record({ kind: fc.constant('setRecord' as const), stage: fc.constantFrom(...RECORD_STAGES) }),
  fc.constant<Command>({ kind: 'end' }),
)
const act: fc.Arbitrary<{ act: MeetingAct; pauseMs: number }> = fc.record({
  act: fc.record({ at: fc.constant(0), actor: person, command, version: fc.constant(APPROVED) }),
  pauseMs: fc.integer({ min: 0, max: 10 * MINUTE }),
})

describe('whatever people press', () => {
  it('keeps the state whole, the time complete and the revision growing', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let state = enrolledMeeting()
        let now = 0
        let running = 0
        for (const { act, pauseMs } of acts) {
          if (state.runningSince !== null) running += pauseMs
          now += pauseMs
          const next = reduce(state, { ...act, at: now })
          if (!next.ok) continue
          expect(next.value.revision).toBeGreaterThanOrEqual(state.revision)
          state = next.value
          check(state)
        }
        const spent = state.items.flatMap((item) => item.turns.map((turn) => elapsedMs(state, item, turn, now)))
        expect(spent.reduce((sum, ms) => sum + ms, 0)).toBe(running)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same state when the kept acts are run through again', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const kept: MeetingAct[] = []
        let state = enrolledMeeting()
        for (const { act } of acts) {
          const next = reduce(state, act)
          if (!next.ok || next.value === state) continue
          kept.push(JSON.parse(JSON.stringify(act)) as MeetingAct)
          state = next.value
        }
        const first: MeetingAct = { at: 0, actor: null, command: { kind: 'enrol', roster: ROSTER } }
        expect(told([first, ...kept], NO_MEETING)).toEqual(state)
      }),
    )
  })
})

function check(state: MeetingState): void {
  const all = positionsOf(state.items).map((position) => JSON.stringify(position))
  expect(new Set(all).size).toBe(all.length)
  expect(state.items.length).toBeGreaterThan(0)
  if (state.position !== null) expect(placeIn(state.items, state.position)).not.toBeNull()
  expect(state.position === null).toBe(state.startedAt === null)
  expect(state.runningSince !== null).toBe(state.phase === 'running')
  if (state.presented !== null) {
    expect(state.phase).not.toBe('ended')
    const owner = [LI, WANG, CHEN].find((one) => materialOf(one) === state.presented?.material)
    if (owner !== undefined) expect(state.consents).toContain(owner)
  }
  if (state.record !== 'open') expect(state.phase).toBe('ended')
}
