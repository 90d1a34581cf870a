import { expect, it } from 'vitest'
import type { Version } from '../../lib/api-types'
import { byDay } from './by-day'

function version(number: number, at: string): Version {
  return { number, kind: 'auto', label: '', note: '', at: new Date(at).getTime(), by: null, writers: [] }
}

it('groups versions by day, the last first', () => {
  const versions = [version(3, '2024-01-10T08:00'), version(2, '2024-01-09T23:59'), version(1, '2024-01-09T00:00')]
  expect(byDay(versions).map(({ day, versions: own }) => [day, own.map(({ number }) => number)])).toEqual([
    ['2024-01-10', [3]],
    ['2024-01-09', [2, 1]],
  ])
  expect(byDay([])).toEqual([])
})
