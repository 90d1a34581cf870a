import { describe, expect, test } from 'vitest'
import { ABILITIES, type Ability } from '../../shared/access/ability'
import { decide, kindOf, type Decision, type MessageKind } from './gate'

const KINDS: MessageKind[] = ['syncStep1', 'write', 'awareness', 'auth', 'queryAwareness', 'unknown']
const EXPECTED: Record<Ability, Decision[]> = {
  none: ['close', 'close', 'close', 'close', 'close', 'close'],
  state: ['close', 'close', 'close', 'close', 'close', 'close'],
  read: ['pass', 'passIfNothingNew', 'pass', 'drop', 'pass', 'close'],
  comment: ['pass', 'passIfNothingNew', 'pass', 'drop', 'pass', 'close'],
  suggest: ['pass', 'judge', 'pass', 'drop', 'pass', 'close'],
  edit: ['pass', 'pass', 'pass', 'drop', 'pass', 'close'],
}

describe.each(ABILITIES)('[W7] who may %s', (ability) => {
  test.each(KINDS.map((kind, index) => [kind, EXPECTED[ability][index]] as const))('%s → %s', (kind, decision) => {
    expect(decide(kind, ability)).toBe(decision)
  })
})

test('[W1] message numbers are those of y-websocket', () => {
  expect([kindOf(0, 0), kindOf(0, 1), kindOf(0, 2), kindOf(0, 3)]).toEqual(['syncStep1', 'write', 'write', 'unknown'])
  expect([kindOf(1, 0), kindOf(2, 0), kindOf(3, 0), kindOf(4, 0), kindOf(100, 0)]).toEqual([
    'awareness',
    'auth',
    'queryAwareness',
    'unknown',
    'unknown',
  ])
})
