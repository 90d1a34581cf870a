import { describe, expect, it } from 'vitest'
import { readSignInSearch } from './guards'

describe('readSignInSearch', () => {
  it('takes an address of ours to come back to', () => {
    expect(readSignInSearch({ back: '/m/abc?tab=members', why: 'idle' })).toEqual({ back: '/m/abc?tab=members', why: 'idle' })
  })

  it('leads nobody out of the house', () => {
    for (const back of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/\\elsewhere.example',
      'javascript:alert(1)',
      '',
      7,
    ]) {
      expect(readSignInSearch({ back })).toEqual({})
    }
  })

  it('passes over reasons it does not know', () => {
    expect(readSignInSearch({ why: 'because' })).toEqual({})
  })
})
