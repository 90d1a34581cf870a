import { describe, expect, test } from 'vitest'
import { CLOSE } from '../../shared/wire/close-codes'
import { type Facts, statusOf } from './status-of'

const NOW = 1_000_000
/** Open, complete, nothing typed. */
const LIVE: Facts = {
  now: NOW,
  online: true,
  isOpen: true,
  downSince: null,
  isSynced: true,
  wasSynced: true,
  ability: 'edit',
  refused: null,
  isUnsaved: false,
  savedAt: null,
  serverDiskFails: false,
  localStoreFails: false,
  edits: 0,
  atRisk: 0,
}
const FIRST: Facts = { ...LIVE, isOpen: false, isSynced: false, wasSynced: false, ability: null }
const LOST: Facts = { ...FIRST, wasSynced: true, downSince: NOW - 500, edits: 3 }

describe('where we are', () => {
  test.each<[string, Facts, object]>([
    ['first attempt', FIRST, { kind: 'connecting' }],
    ['first attempt failed a moment ago', { ...FIRST, downSince: NOW - 1 }, { kind: 'connecting' }],
    ['first attempts failed for long', { ...FIRST, downSince: NOW - 10_000 }, { kind: 'offline', since: NOW - 10_000, edits: 0 }],
    ['open, not complete', { ...FIRST, isOpen: true }, { kind: 'syncing' }],
    ['complete, rights not told yet', { ...LIVE, wasSynced: false, ability: null }, { kind: 'syncing' }],
    ['lost a moment ago', LOST, { kind: 'reconnecting', edits: 3 }],
    ['back, not complete', { ...LOST, isOpen: true }, { kind: 'reconnecting', edits: 3 }],
    ['lost and no network', { ...LOST, online: false }, { kind: 'offline', since: NOW - 500, edits: 3 }],
    ['lost for long', { ...LOST, downSince: NOW - 10_000 }, { kind: 'offline', since: NOW - 10_000, edits: 3 }],
    ['not kept on this device either', { ...LOST, edits: 1, atRisk: 2 }, { kind: 'reconnecting', edits: 1, atRisk: 2 }],
    ['no network, but the server answers', { ...LIVE, online: false }, { kind: 'live', save: { kind: 'saved' } }],
    ['refused', { ...LOST, refused: CLOSE.notAllowed }, { kind: 'refused', code: 4403, edits: 3 }],
  ])('%s', (_, facts, expected) => {
    expect(statusOf(facts)).toMatchObject(expected)
  })
})

describe('what is saved', () => {
  test.each<[string, Partial<Facts>, object]>([
    ['nothing typed', {}, { kind: 'saved', at: null }],
    ['all acknowledged', { savedAt: 7 }, { kind: 'saved', at: 7 }],
    ['something not acknowledged', { savedAt: 7, isUnsaved: true, edits: 1 }, { kind: 'saving' }],
    ['the server cannot write', { serverDiskFails: true, isUnsaved: true, edits: 1 }, { kind: 'failing', reason: 'server-disk' }],
    [
      'neither the server nor this device can',
      { serverDiskFails: true, localStoreFails: true, isUnsaved: true, atRisk: 1 },
      { kind: 'failing', reason: 'local-store' },
    ],
    ['only this device cannot, and need not', { localStoreFails: true, isUnsaved: true, atRisk: 1 }, { kind: 'saving' }],
  ])('%s', (_, facts, save) => {
    expect(statusOf({ ...LIVE, ...facts })).toEqual({ kind: 'live', ability: 'edit', save })
  })
})
