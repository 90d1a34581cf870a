import { describe, expect, it } from 'vitest'
import { movesOneself, paragraphStep } from './stage-keys'

const press = (key: string, held: object = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  ...held,
})

describe('keys of the speaker', () => {
  it('takes a clicker wherever the focus is, but not in a dialog', () => {
    expect(paragraphStep(press('PageDown'), 'elsewhere')).toBe(1)
    expect(paragraphStep(press('PageUp'), 'text')).toBe(-1)
    expect(paragraphStep(press('PageDown'), 'dialog')).toBeNull()
  })

  it('takes arrows in the text only, and no key of a composition', () => {
    expect(paragraphStep(press('ArrowDown'), 'text')).toBe(1)
    expect(paragraphStep(press('ArrowDown'), 'elsewhere')).toBeNull()
    expect(paragraphStep(press('PageDown', { isComposing: true }), 'text')).toBeNull()
    expect(paragraphStep(press('PageDown', { ctrlKey: true }), 'text')).toBeNull()
  })

  it('knows by which keys a follower moves', () => {
    expect(movesOneself(press('PageDown'))).toBe(true)
    expect(movesOneself(press('a'))).toBe(false)
  })
})
