import { describe, expect, it } from 'vitest'
import type { Minutes } from '../../shared/live/minutes'
import { textOf } from '../../shared/schema/blocks'
import { minutesAsBlocks, minutesAsHtml, minutesAsText } from './minutes-print'

const line = {
  kind: 'criticism',
  speaker: '陆二',
  target: '苏三',
  mode: 'verbatim',
  aspect: '',
  saidAt: 0,
  verdict: 'confirmed',
} as const
const MINUTES: Minutes = {
  team: '某局党组',
  title: '2023年度民主生活会',
  kind: 'democraticLifeMeeting',
  theme: '',
  day: '2024-01-10',
  place: '三楼会议室',
  startedAt: Date.UTC(2024, 0, 10, 1, 0),
  endedAt: Date.UTC(2024, 0, 10, 4, 30),
  presider: [{ name: '沈一', post: '书记' }],
  recorder: [{ name: '钱四', post: '干事' }],
  present: [
    { name: '沈一', post: '书记' },
    { name: '陆二', post: '副局长' },
  ],
  absent: [{ name: '苏三', post: '副局长', reason: '出差' }],
  observing: [],
  count: { expected: 3, present: 2, absent: 1, observing: 0, reached: true },
  quorum: { needs: 2, of: 3 },
  items: [
    {
      kind: 'priorRectification',
      title: '上年度整改落实情况通报',
      spentMs: 0,
      turns: [{ speaker: null, spentMs: 0, shown: [], lines: [], replied: false }],
    },
    {
      kind: 'individual',
      title: '个人对照检查与相互批评',
      spentMs: 22 * 60_000,
      turns: [
        {
          speaker: '苏三',
          spentMs: 22 * 60_000,
          shown: [{ title: '个人发言提纲', version: 2, hash: 'ab12' }],
          lines: [
            { ...line, text: '深入基层调研少。' },
            { ...line, text: '<script>alert(1)</script> & "引号"', mode: 'gist', aspect: '工作作风', verdict: 'objected' },
            { ...line, kind: 'reply', speaker: '苏三', target: null, text: '诚恳接受。' },
          ],
          replied: true,
        },
      ],
    },
  ],
  otherLines: [],
  stage: 'locked',
  signatures: [
    { name: '沈一', post: '书记' },
    { name: '钱四', post: '干事' },
  ],
}

describe('the minutes on paper', () => {
  it('read as a document of their kind', () => {
    expect(minutesAsText(MINUTES)).toBe(`2023年度民主生活会会议记录
单位：某局党组
时间：2024-01-10 09:00—12:30
地点：三楼会议室
主持：沈一
记录：钱四
应到 3 人，实到 2 人，达到 2/3
出席：沈一、陆二
缺席：苏三（出差）
状态：记录已核对锁定

一、上年度整改落实情况通报

二、个人对照检查与相互批评（22 分钟）
（一）苏三
　　宣读：个人发言提纲（定稿第 2 版，校验值 ab12）
　　陆二批评苏三：深入基层调研少。
　　陆二批评苏三（工作作风，摘要）：<script>alert(1)</script> & "引号"（本人有异议）
　　苏三表态：诚恳接受。
　　苏三已表态。

签字
书记　沈一：＿＿＿＿＿＿＿＿
干事　钱四：＿＿＿＿＿＿＿＿
`)
  })

  it('are a document with real headings for Word, which draws their numbers', () => {
    const blocks = minutesAsBlocks(MINUTES)
    const texts = blocks.flatMap((block) => (block.type === 'table' ? [] : `${block.type} ${textOf(block)}`))
    expect(texts[0]).toBe('title 2023年度民主生活会会议记录')
    expect(texts.filter((text) => text.startsWith('heading'))).toEqual([
      'heading 上年度整改落实情况通报',
      'heading 个人对照检查与相互批评（22 分钟）',
      'heading 苏三',
    ])
    expect(texts).toContain('paragraph 陆二批评苏三：深入基层调研少。')
    expect(texts.slice(-3)).toEqual([
      'paragraph 签字',
      'paragraph 书记　沈一：＿＿＿＿＿＿＿＿',
      'paragraph 干事　钱四：＿＿＿＿＿＿＿＿',
    ])
  })

  it('run nothing that somebody wrote', () => {
    const html = minutesAsHtml({ ...MINUTES, title: '<img src=x onerror=alert(1)>' })
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('&#60;script&#62;')
    expect(html).not.toMatch(/https?:/)
  })
})
