import { describe, expect, it } from 'vitest'
import type { Ability } from '../../../shared/access/ability'
import type { PersonId } from '../../../shared/ids'
import { companionOf } from './companion'

const ME = 'person-me' as PersonId
const LI = 'person-li' as PersonId
const collective = { kind: 'collective' as const, owner: null, ability: 'edit' as Ability }
const mine = { kind: 'individual' as const, owner: ME, ability: 'edit' as Ability }
const lis = { kind: 'individual' as const, owner: LI, ability: 'suggest' as Ability }

describe('companion in split view', () => {
  it('puts one’s own beside the collective text, and the collective beside any personal one', () => {
    const all = [collective, lis, mine]
    expect(companionOf(collective, all, ME)).toBe(mine)
    expect(companionOf(mine, all, ME)).toBe(collective)
    expect(companionOf(lis, all, ME)).toBe(collective)
  })

  it('finds none for somebody without a material, or whose companion may not be read', () => {
    expect(companionOf(collective, [collective, lis], ME)).toBeNull()
    expect(companionOf(mine, [mine, { ...collective, ability: 'none' as Ability }], ME)).toBeNull()
  })
})
