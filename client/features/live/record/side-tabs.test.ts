import { expect, it } from 'vitest'
import { LI, SUN, told, WANG, ZHOU } from '../../../../shared/testing/meeting'
import { sideTabs } from './side-tabs'

it('gives the record to those who keep it, own notes to whoever speaks, nothing to the others', () => {
  const started = told([{ kind: 'gather' }, { kind: 'start' }])
  const after = told([{ kind: 'end' }, { kind: 'setRecord', stage: 'confirmation' }], started)
  expect(sideTabs({ you: { person: SUN, roles: ['recorder'] }, state: started })).toEqual(['criticism', 'all', 'replies'])
  expect(sideTabs({ you: { person: LI, roles: ['principal', 'member'] }, state: started })).toContain('prepared')
  expect(sideTabs({ you: { person: WANG, roles: ['member'] }, state: started })).toEqual(['prepared'])
  expect(sideTabs({ you: { person: WANG, roles: ['member'] }, state: after })).toEqual(['own', 'prepared'])
  expect(sideTabs({ you: { person: ZHOU, roles: ['supervisor'] }, state: started })).toEqual([])
})
