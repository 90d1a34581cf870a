import { describe, expect, it } from 'vitest'
import { enrolledMeeting, LI, told, WANG } from '../../../../shared/testing/meeting'
import { nextMove } from './next-words'
import { clock, minutesOf } from './time-words'

describe('times', () => {
  it('are minutes and seconds, with hours where there are any', () => {
    expect(clock(462_900)).toBe('07:42')
    expect(clock(3_600_000 + 62_000)).toBe('1:01:02')
    expect(clock(-5)).toBe('00:00')
    expect(minutesOf(20_000)).toBe(1)
    expect(minutesOf(0)).toBe(0)
    expect(minutesOf(6 * 60_000 + 10_000)).toBe(6)
  })
})

describe('the one button', () => {
  it('leads from sign-in over steps, speakers and items to the end', () => {
    expect(nextMove(enrolledMeeting())).toEqual({ kind: 'gather' })
    expect(nextMove(told([{ kind: 'gather' }]))).toEqual({ kind: 'start' })
    const first = told([{ kind: 'gather' }, { kind: 'start' }])
    expect(nextMove(first)).toEqual({ kind: 'item' })
    const individual = told([{ kind: 'goTo', item: 'item-3', turn: LI }], first)
    expect(nextMove(individual)).toEqual({ kind: 'step', step: 'criticism' })
    const reply = told(
      [
        { kind: 'next', unit: 'step' },
        { kind: 'next', unit: 'step' },
      ],
      individual,
    )
    expect(nextMove(reply)).toEqual({ kind: 'turn', person: WANG })
    const last = told([{ kind: 'goTo', item: 'item-6', turn: first.items[5]?.turns[0]?.id ?? '' }], first)
    expect(nextMove(last)).toEqual({ kind: 'end' })
    expect(nextMove(told([{ kind: 'end' }], last))).toEqual({ kind: 'none' })
  })
})
