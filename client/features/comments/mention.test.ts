import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../shared/ids'
import { candidates, insertMention, mentionedIn, mentionQuery, mentionRuns } from './mention'

const reader = (name: string) => ({ name, person: `id-${name}` as PersonId })
const READERS = ['沈一', '沈一凡', '陆二', '王沈'].map(reader)

describe('typing a mention', () => {
  it('is noticed behind an @ and ends at a space or a stop', () => {
    expect(mentionQuery('请 @沈', 4)).toEqual({ at: 2, query: '沈' })
    expect(mentionQuery('@', 1)).toEqual({ at: 0, query: '' })
    expect(mentionQuery('@沈一 看', 5)).toBeNull()
    expect(mentionQuery('@沈一，看', 5)).toBeNull()
    expect(mentionQuery('没有', 2)).toBeNull()
    expect(mentionQuery('请 @沈一', 2)).toBeNull()
  })

  it('offers names that begin with it first', () => {
    expect(candidates(READERS, '沈').map(({ name }) => name)).toEqual(['沈一', '沈一凡', '王沈'])
    expect(candidates(READERS, '').length).toBe(4)
    expect(candidates(READERS, 'x')).toEqual([])
  })

  it('puts the name in place of what was typed, with one space behind', () => {
    expect(insertMention('请 @沈看看', 4, 2, '沈一')).toEqual({ text: '请 @沈一 看看', caret: 6 })
    expect(insertMention('请 @沈 看看', 4, 2, '沈一').text).toBe('请 @沈一 看看')
  })
})

describe('mentions in a text', () => {
  it('are whose name stands behind an @, the longest name that fits', () => {
    expect(mentionedIn('@沈一凡 和 @陆二，@沈一凡', READERS)).toEqual(['id-沈一凡', 'id-陆二'])
    expect(mentionedIn('沈一，a@b', READERS)).toEqual([])
  })

  it('are runs apart, and nothing is lost', () => {
    expect(mentionRuns('请@陆二看@谁', READERS)).toEqual([
      { text: '请', person: null },
      { text: '@陆二', person: 'id-陆二' },
      { text: '看@谁', person: null },
    ])
    expect(mentionRuns('', READERS)).toEqual([])
  })
})
