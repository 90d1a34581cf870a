import { ORPCError } from '@orpc/client'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { ERRORS } from '../../shared/errors'
import { zhCN } from '../i18n/zh-CN'
import { failureOf } from './failure'
import { wordsOf } from './failure-words'

beforeAll(async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zhCN } } })
})

describe('failureOf', () => {
  it('keeps the code and the facts of an expected failure', () => {
    expect(failureOf(new ORPCError('LOCKED_OUT', { data: { minutes: 12, extra: {} } }))).toEqual({
      code: 'LOCKED_OUT',
      data: { minutes: 12 },
    })
  })

  it('tells no answer, a broken server and a missing part of the page apart', () => {
    expect(failureOf(new TypeError('Failed to fetch')).code).toBe('UNREACHABLE')
    expect(failureOf(new ORPCError('BAD_GATEWAY', { status: 502 })).code).toBe('UNREACHABLE')
    expect(failureOf(new ORPCError('INTERNAL_SERVER_ERROR', { status: 500 })).code).toBe('UNEXPECTED')
    expect(failureOf(new TypeError('Failed to fetch dynamically imported module: /a.js')).code).toBe('OUTDATED_PAGE')
    expect(failureOf(new TypeError('x is undefined')).code).toBe('UNEXPECTED')
    expect(failureOf('what').code).toBe('UNEXPECTED')
  })
})

describe('wordsOf', () => {
  it('words every expected failure in three sentences without holes', () => {
    for (const code of Object.keys(ERRORS) as (keyof typeof ERRORS)[]) {
      const words = Object.values(wordsOf({ code, data: {} }, i18next.t))
      expect(words).toHaveLength(3)
      for (const sentence of words) expect(sentence).not.toMatch(/\{\{|errors\./)
    }
  })

  it('says for how many minutes an account is locked', () => {
    expect(wordsOf({ code: 'LOCKED_OUT', data: { minutes: 12 } }, i18next.t).next).toContain('12 分钟')
  })
})
