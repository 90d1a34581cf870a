import { describe, expect, it } from 'vitest'
import { CLOSE } from '../../../shared/wire/close-codes'
import type { SaveState, Status } from '../../collab/status'
import { atRiskIn, refusalOf, saveLineOf, type SaveVoice, saveVoice } from './save-line'

const live = (save: SaveState): Status => ({ kind: 'live', ability: 'edit', save })

describe('save line', () => {
  it('claims no save before anything was typed', () => {
    expect(saveLineOf(live({ kind: 'saved', at: null }))).toMatchObject({ key: 'untouched', tone: 'quiet', at: null })
  })

  it('says 已保存 with the time of the commit', () => {
    expect(saveLineOf(live({ kind: 'saved', at: 1_000 }))).toMatchObject({ key: 'saved', tone: 'ok', at: 1_000 })
  })

  it('tells saving, offline, reconnecting and failing apart', () => {
    expect(saveLineOf(live({ kind: 'saving' })).key).toBe('saving')
    expect(saveLineOf({ kind: 'offline', since: 0, edits: 3 })).toMatchObject({ key: 'offline', edits: 3, tone: 'warn' })
    expect(saveLineOf({ kind: 'reconnecting', edits: 0 }).key).toBe('reconnecting')
    expect(saveLineOf({ kind: 'reconnecting', edits: 2 })).toMatchObject({ key: 'reconnectingEdits', edits: 2 })
    expect(saveLineOf(live({ kind: 'failing', reason: 'server-disk' }))).toMatchObject({ key: 'failingServer', tone: 'danger' })
    expect(saveLineOf(live({ kind: 'failing', reason: 'local-store' })).key).toBe('failingLocal')
  })

  it('does not speak of kept changes where there are none', () => {
    expect(saveLineOf({ kind: 'offline', since: 0, edits: 0 }).key).toBe('offlineClean')
  })

  it('warns before all else of changes that only this page has', () => {
    const status: Status = { kind: 'offline', since: 0, edits: 3, atRisk: 2 }
    expect(atRiskIn(status)).toBe(2)
    expect(saveLineOf(status, 2)).toMatchObject({ key: 'offlineAtRisk', tone: 'danger', edits: 2 })
    expect(saveLineOf(status).key).toBe('offline')
  })

  it.each([
    [CLOSE.signedOut, 'signedOut', 'sign-in'],
    [CLOSE.notAllowed, 'notAllowed', 'leave'],
    [CLOSE.gone, 'gone', 'leave'],
    [CLOSE.outdated, 'outdated', 'reload'],
    [CLOSE.refusedChange, 'refusedChange', 'reload'],
    [CLOSE.malformed, 'refusedOther', 'reload'],
  ] as const)('gives each refusal (%d) its words and one way out', (code, key, remedy) => {
    expect(saveLineOf({ kind: 'refused', code, edits: 4 })).toMatchObject({ key, edits: 4, tone: 'danger' })
    expect(refusalOf(code)).toEqual({ key, remedy })
  })
})

describe('what is spoken', () => {
  const hear = (...statuses: Status[]): SaveVoice[] => {
    let voice: SaveVoice = null
    return statuses.map((status) => {
      voice = saveVoice(voice, status)
      return voice
    })
  }

  it('is silent through ordinary saving', () => {
    const said = hear(
      live({ kind: 'saved', at: null }),
      live({ kind: 'saving' }),
      live({ kind: 'saved', at: 1 }),
      live({ kind: 'saving' }),
    )
    expect(said).toEqual([null, null, null, null])
  })

  it('says recovery once, and only after the kept changes are on disk', () => {
    const said = hear(
      { kind: 'offline', since: 0, edits: 1 },
      { kind: 'reconnecting', edits: 1 },
      { kind: 'syncing' },
      live({ kind: 'saving' }),
      live({ kind: 'saved', at: 2 }),
      live({ kind: 'saving' }),
    )
    expect(said).toEqual(['offline', 'reconnecting', 'reconnecting', 'reconnecting', 'recovered', 'recovered'])
  })

  it('speaks of a failing disk and of a refusal', () => {
    expect(hear(live({ kind: 'failing', reason: 'server-disk' }), { kind: 'refused', code: CLOSE.signedOut, edits: 0 })).toEqual([
      'failing',
      'refused',
    ])
  })
})
