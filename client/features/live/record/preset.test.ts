import { describe, expect, it } from 'vitest'
import type { Line } from '../../../../shared/live/record'
import { CHEN, LI, SUN, told, WANG } from '../../../../shared/testing/meeting'
import { lastOwnLine, nextEdition, presetFor, speakersOf } from './preset'

const lineOf = (id: string, removed = false): Line => {
  const rest = { kind: 'criticism', mode: 'gist', aspect: '', text: '急躁', saidAt: 1, item: null } as const
  return { id, edition: 1, speaker: CHEN, target: WANG, removed, writer: SUN, verdict: 'none', note: '', ...rest }
}

describe('what the agenda presets', () => {
  const started = told([{ kind: 'gather' }, { kind: 'start' }, { kind: 'goTo', item: 'item-3', turn: WANG }])

  it('is the target while a person is criticised, and the speaker before and after', () => {
    expect(presetFor(started)).toEqual({ kind: 'statement', speaker: WANG, target: null, item: 'item-3' })
    const criticised = told([{ kind: 'next', unit: 'step' }], started)
    expect(presetFor(criticised)).toEqual({ kind: 'criticism', speaker: null, target: WANG, item: 'item-3' })
    const reply = told([{ kind: 'next', unit: 'step' }], criticised)
    expect(presetFor(reply)).toEqual({ kind: 'reply', speaker: WANG, target: null, item: 'item-3' })
  })

  it('numbers who is expected first and leaves out who is absent', () => {
    const without = told([{ kind: 'attend', person: CHEN, status: 'absent', reason: '请假' }], started)
    const order = speakersOf(without)
    expect(order).not.toContain(CHEN)
    expect(order.slice(0, 2)).toEqual([WANG, LI])
    expect(order.at(-1)).toBe(SUN)
  })

  it('takes back the newest line that stands, one edition further', () => {
    const last = lastOwnLine([lineOf('line-aaaa'), lineOf('line-bbbb'), lineOf('line-cccc', true)], SUN)
    expect(last?.id).toBe('line-bbbb')
    expect(lastOwnLine([lineOf('line-aaaa')], LI)).toBeNull()
    if (last === null) return
    expect(nextEdition(last, { removed: true })).toEqual(expect.objectContaining({ id: 'line-bbbb', edition: 2, removed: true }))
    expect(nextEdition(last, {})).not.toHaveProperty('writer')
  })
})
