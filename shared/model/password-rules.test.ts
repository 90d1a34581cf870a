import { describe, expect, it } from 'vitest'
import { brokenPasswordRules } from './password-rules'

describe('brokenPasswordRules', () => {
  it('accepts eight characters of three kinds', () => {
    expect(brokenPasswordRules('Abcdef12')).toEqual([])
    expect(brokenPasswordRules('abcdef-1')).toEqual([])
    expect(brokenPasswordRules('清风Abc123')).toEqual([])
  })

  it('names what is missing', () => {
    expect(brokenPasswordRules('')).toEqual(['length', 'kinds'])
    expect(brokenPasswordRules('Abc-123')).toEqual(['length'])
    expect(brokenPasswordRules('abcdefgh12')).toEqual(['kinds'])
    expect(brokenPasswordRules(`Ab1${'x'.repeat(126)}`)).toEqual(['length'])
  })
})
