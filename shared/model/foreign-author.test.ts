import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isIdOf, newSuggestionId, timeOf } from '../suggestions/proposal'
import { foreignAuthor, foreignName } from './foreign-author'

it('says the name it was made of', () => {
  for (const name of ['张三', '党办 李四', 'Unknown Author', '镕喆堃', '𠮷野'])
    expect(foreignName(foreignAuthor(name))).toBe(name)
  expect(foreignName(foreignAuthor(''))).toBe('作者不详')
})

it('signs suggestions whatever the name, and is never an id of ours', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const author = foreignAuthor(name)
      const id = newSuggestionId(author, 1_764_000_000_000, 0.5)
      expect(isIdOf(author, id)).toBe(true)
      expect(timeOf(id)).toBe(1_764_000_000_000)
      expect(author).not.toHaveLength(21)
      expect(foreignAuthor(foreignName(author) ?? '')).toBe(author)
    }),
  )
})

it('takes no person of ours for a stranger', () => {
  expect(foreignName('person-ben')).toBeNull()
  // Twenty-one characters that begin the same way.
  expect(foreignName('foreign-abcdefghijklm')).toBeNull()
})

it('shows what a name hides', () => {
  expect(foreignName(foreignAuthor('张\u202e三\u200b\n'))).toBe('张三')
  expect(foreignName(foreignAuthor('长'.repeat(60)))).toBe('长'.repeat(14))
})
