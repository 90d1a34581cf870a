import { describe, expect, it } from 'vitest'
import { CLOSE } from '../../../shared/wire/close-codes'
import type { Status } from '../../collab/status'
import { forcedToSuggest, mayWrite, modeFor, type ReadOnlyReason, readOnlyReason, type RightsFacts } from './rights'

const live = (ability: 'read' | 'suggest' | 'edit'): Status => ({ kind: 'live', ability, save: { kind: 'saved', at: null } })
const facts = (over: Partial<RightsFacts> = {}): RightsFacts => ({
  kind: 'individual',
  state: 'draft',
  isMine: true,
  ability: 'edit',
  ...over,
})

describe('rights on the page', () => {
  it('believes the live session over what the page was loaded with, in both directions', () => {
    expect(mayWrite(live('suggest'), 'edit')).toBe(false)
    expect(mayWrite(live('edit'), 'read')).toBe(true)
  })

  it('lets one write on without network, and not after a refusal', () => {
    expect(mayWrite({ kind: 'offline', since: 0, edits: 2 }, 'edit')).toBe(true)
    expect(mayWrite({ kind: 'reconnecting', edits: 2 }, 'edit')).toBe(true)
    expect(mayWrite({ kind: 'refused', code: CLOSE.signedOut, edits: 2 }, 'edit')).toBe(false)
  })

  it.each<[Partial<RightsFacts>, ReadOnlyReason]>([
    [{ state: 'submitted' }, 'submittedMine'],
    [{ state: 'submitted', isMine: false }, 'submitted'],
    [{ state: 'returned', isMine: false }, 'returned'],
    [{ state: 'draft', isMine: false }, 'opened'],
    [{ state: 'approved' }, 'approved'],
    [{ state: 'archived', isMine: false }, 'archived'],
    [{ state: 'draft', kind: 'collective', isMine: false }, 'other'],
  ])('says why one may not write (%o)', (over, reason) => {
    expect(readOnlyReason(live('read'), facts(over))).toBe(reason)
  })

  it('gives each the mode they may have', () => {
    expect(modeFor(live('edit'), 'edit', 'edit')).toBe('edit')
    expect(modeFor(live('edit'), 'edit', 'suggest')).toBe('suggest')
    expect(modeFor(live('suggest'), 'edit', 'edit')).toBe('suggest')
    expect(modeFor(live('suggest'), 'suggest', 'read')).toBe('read')
    expect(modeFor(live('read'), 'edit', 'suggest')).toBe('read')
    expect(modeFor({ kind: 'refused', code: CLOSE.gone, edits: 0 }, 'edit', 'edit')).toBe('read')
  })

  it('says why what one writes is a suggestion', () => {
    expect(forcedToSuggest(live('suggest'), facts({ state: 'submitted', isMine: false }))).toBe('submitted')
    expect(forcedToSuggest(live('suggest'), facts({ isMine: false }))).toBe('opened')
    expect(forcedToSuggest(live('suggest'), facts({ kind: 'collective', isMine: false }))).toBe('other')
    expect(forcedToSuggest(live('edit'), facts())).toBeNull()
    expect(forcedToSuggest(live('read'), facts())).toBeNull()
    expect(readOnlyReason(live('suggest'), facts({ state: 'submitted', isMine: false }))).toBeNull()
  })

  it('has no reason to give where one may write, and leaves a refusal to its own notice', () => {
    expect(readOnlyReason(live('edit'), facts())).toBeNull()
    expect(readOnlyReason({ kind: 'refused', code: CLOSE.gone, edits: 0 }, facts())).toBeNull()
  })
})
