import { expect, test } from 'vitest'
import { judgeSilence, type Silence } from './watchdog'

const NOW = 100_000
const QUIET: Silence = { now: NOW, heardAt: NOW, askedAt: null, atStake: false, online: true }

test.each<[string, Partial<Silence>, ReturnType<typeof judgeSilence>]>([
  ['just heard', {}, 'alive'],
  ['idle and quiet', { heardAt: NOW - 29_999 }, 'alive'],
  ['idle and long quiet', { heardAt: NOW - 30_000 }, 'ask'],
  ['an edit waits', { heardAt: NOW - 5_000, atStake: true }, 'ask'],
  ['asked a moment ago', { heardAt: NOW - 60_000, askedAt: NOW - 4_999 }, 'alive'],
  ['asked and not answered', { heardAt: NOW - 10_000, askedAt: NOW - 5_000, atStake: true }, 'dead'],
  ['asked when the network went', { askedAt: NOW - 2_000, online: false }, 'dead'],
])('%s', (_, silence, verdict) => {
  expect(judgeSilence({ ...QUIET, ...silence })).toBe(verdict)
})
