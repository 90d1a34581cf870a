import { describe, expect, it } from 'vitest'
import { brokenPasswordRules } from './password-rules'

describe('brokenPasswordRules', () => {
  it('accepts eight characters of three kinds', () => {
    expect(brokenPasswordRules('Abcdef12', '李明')).toEqual([])
    expect(brokenPasswordRules('abcdef-1', '李明')).toEqual([])
    expect(brokenPasswordRules('清风Abc123', '李明')).toEqual([])
  })

  it('refuses the name in any width or case', () => {
    expect(brokenPasswordRules('李明Abc123', '李明')).toEqual(['username'])
    expect(brokenPasswordRules('xANNA-1234', 'ａnna')).toEqual(['username'])
    expect(brokenPasswordRules('Abcdef12', ' ')).toEqual([])
  })

  it('names what is missing', () => {
    expect(brokenPasswordRules('', '李明')).toEqual(['length', 'kinds', 'username'])
    expect(brokenPasswordRules('Abc-123', '李明')).toEqual(['length'])
    expect(brokenPasswordRules('abcdefgh12', '李明')).toEqual(['kinds'])
    expect(brokenPasswordRules(`Ab1${'x'.repeat(126)}`, '李明')).toEqual(['length'])
  })
})
