import i18next, { type TFunction } from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import type { MaterialId, PersonId } from '../../../shared/ids'
import { foreignAuthor } from '../../../shared/model/foreign-author'
import { zhCN } from '../../i18n/zh-CN'
import type { SuggestionDecision } from '../../lib/api-types'
import { decisionRows, outcomeOf } from './decisions-table'

let t: TFunction

beforeAll(async () => {
  t = await i18next.createInstance().init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
  })
})

const li = 'person-li' as PersonId
const wang = 'person-wang' as PersonId
const AT = new Date(2026, 0, 18, 9, 30).getTime()
const suggestion = (author: PersonId, name: string, inserted: string) => ({
  id: `${author}.x`,
  author,
  authorName: name,
  at: AT,
  inserted,
  deleted: '',
  retype: null,
  changes: [],
})
const decision = (change: Partial<SuggestionDecision>): SuggestionDecision => ({
  id: 1,
  material: 'material-1' as MaterialId,
  decision: 'accept',
  reason: '',
  decider: li,
  deciderName: '李明',
  at: AT,
  undoneAt: null,
  suggestions: [suggestion(wang, '王芳', '甲')],
  ...change,
})

it('has one row a suggestion, the oldest decision first, numbered', () => {
  const rows = decisionRows(
    [
      decision({ id: 2, decision: 'reject', reason: '与事实不符', at: AT + 60_000, undoneAt: AT + 120_000 }),
      decision({ suggestions: [suggestion(wang, '王芳', '甲'), suggestion(wang, '王芳', '乙')] }),
    ],
    t,
    'zh-CN',
  )
  expect(rows[0]).toEqual(['序号', '提出人', '提出时间', '修改意见', '采纳情况', '理由', '决定人', '决定时间', '撤销时间'])
  expect(rows.slice(1).map((row) => [row[0], row[3], row[4], row[5], row[6]])).toEqual([
    ['1', '插入“甲”', '采纳', '', '李明'],
    ['2', '插入“乙”', '采纳', '', '李明'],
    ['3', '插入“甲”', '不采纳', '与事实不符', '李明'],
  ])
  expect(rows[1]?.[2]).toMatch(/2026.*1.*18.*9:30|09:30/)
  expect(rows[3]?.[8]).not.toBe('')
})

it('tells who wrote in a file from a member of the same name', () => {
  const [, row] = decisionRows([decision({ suggestions: [suggestion(foreignAuthor('李明'), '李明', '甲')] })], t, 'zh-CN')
  expect(row?.[1]).toBe('李明（来自文件）')
  expect(outcomeOf(decision({ decision: 'reject', suggestions: [suggestion(foreignAuthor('李明'), '李明', '甲')] }))).toBe(
    'reject',
  )
})

it('calls refusing one’s own a withdrawal', () => {
  expect(outcomeOf(decision({ decision: 'reject' }))).toBe('reject')
  expect(outcomeOf(decision({ decision: 'reject', decider: wang }))).toBe('withdraw')
  expect(outcomeOf(decision({ decision: 'accept', decider: wang }))).toBe('accept')
})
