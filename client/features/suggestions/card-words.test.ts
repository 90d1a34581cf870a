import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { zhCN } from '../../i18n/zh-CN'
import { sentenceOf, type WhatSuggested, wordsOf } from './card-words'
import { shorten } from './shorten'

let t: TFunction

beforeAll(async () => {
  const i18n = i18next.createInstance()
  t = await i18n.init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
  })
})

const what = (change: Partial<WhatSuggested>): WhatSuggested => ({
  inserted: '',
  deleted: '',
  retype: null,
  changes: [],
  ...change,
})

describe('what a suggestion says', () => {
  const table: [string, Partial<WhatSuggested>][] = [
    ['将“不够大”改为“有差距”', { deleted: '不够大', inserted: '有差距' }],
    ['插入“，去年只抽查过一次”', { inserted: '，去年只抽查过一次' }],
    ['删除“有的时候”', { deleted: '有的时候' }],
    ['另起一段', { inserted: '\n' }],
    ['与上一段合并', { deleted: '\n' }],
    ['插入“新的¶两段”', { inserted: '新的\n两段' }],
    ['插入“，”；与上一段合并', { inserted: '，', deleted: '\n' }],
    ['改为标题（一）', { retype: 'heading2' }],
    ['插入“方面”；改为正文', { inserted: '方面', retype: 'paragraph' }],
    [
      '加粗“重点内容”',
      {
        changes: [
          { mark: 'bold', on: true, text: '重点' },
          { mark: 'bold', on: true, text: '内容' },
        ],
      },
    ],
    ['取消下划线“字”', { changes: [{ mark: 'underline', on: false, text: '字' }] }],
    ['将“{{a}}<b>”改为“$t(x)”', { deleted: '{{a}}<b>', inserted: '$t(x)' }],
  ]
  it.each(table)('%s', (sentence, card) => {
    expect(sentenceOf(what(card), t)).toBe(sentence)
  })

  it('keeps the words of the text apart from ours', () => {
    expect(wordsOf(what({ deleted: '甲', inserted: '乙' }), t)).toEqual([
      { kind: 'plain', text: '将“' },
      { kind: 'deleted', text: '甲' },
      { kind: 'plain', text: '”改为“' },
      { kind: 'inserted', text: '乙' },
      { kind: 'plain', text: '”' },
    ])
  })
})

describe('shorten', () => {
  it('leaves short words whole and keeps both ends of long ones', () => {
    expect(shorten('短的')).toBe('短的')
    const long = `${'前'.repeat(60)}${'后'.repeat(60)}`
    const short = shorten(long)
    expect([...short].length).toBeLessThan(60)
    expect(short.startsWith('前')).toBe(true)
    expect(short).toContain('…')
    expect(short.endsWith('后')).toBe(true)
  })
})
