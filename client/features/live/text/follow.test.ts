import { describe, expect, it } from 'vitest'
import { type Follow, type FollowEvent, followReducer } from './follow'

const after = (events: FollowEvent[], from: Follow = 'following') => events.reduce(followReducer, from)

describe('following the speaker', () => {
  it('ends by one’s own hand and begins again with one click', () => {
    expect(after([{ kind: 'moved' }])).toBe('elsewhere')
    expect(after([{ kind: 'moved' }, { kind: 'moved' }, { kind: 'return' }])).toBe('following')
  })

  it('passes over to the next speaker without anyone doing anything', () => {
    expect(after([{ kind: 'lead', isMine: false }])).toBe('following')
    expect(after([{ kind: 'lead', isMine: true }])).toBe('leading')
    expect(after([{ kind: 'lead', isMine: true }, { kind: 'moved' }, { kind: 'lead', isMine: false }])).toBe('following')
  })

  it('leaves who looks elsewhere alone while the text stays', () => {
    expect(after([{ kind: 'moved' }, { kind: 'lead', isMine: false }])).toBe('elsewhere')
    expect(after([{ kind: 'moved' }, { kind: 'text' }])).toBe('following')
  })
})
