import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { zhCN } from '../../i18n/zh-CN'
import type { Meeting } from '../../lib/api-types'
import { greetingAt, summaryOf } from './greeting'

beforeAll(async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zhCN } } })
})

const on = (...days: string[]) => days.map((day) => ({ day }) as Meeting)
const summary = (todos: number, ...days: string[]) => summaryOf(todos, on(...days), '2026-01-12', i18next.t)

describe('greeting', () => {
  it('goes with the hour', () => {
    const at = (hour: number) => greetingAt(new Date(2026, 0, 12, hour), '王芳', i18next.t)
    expect([8, 12, 15, 20].map(at)).toEqual(['王芳，上午好', '王芳，中午好', '王芳，下午好', '王芳，晚上好'])
  })

  it('counts what waits and the days to the nearest meeting to come', () => {
    expect(summary(3, '2026-02-01', '2026-01-18', '2026-01-02')).toBe('有 3 件事等着你，离开会还有 6 天。')
    expect(summary(0, '2026-01-13')).toBe('没有等着你的事，明天开会。')
    expect(summary(1, '2026-01-12')).toBe('有 1 件事等着你，今天开会。')
    expect(summary(1, '2026-01-02')).toBe('有 1 件事等着你。')
  })
})
