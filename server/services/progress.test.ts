import { describe, expect, it } from 'vitest'
import { type Block, plain } from '../../shared/schema/blocks'
import { progressOf } from './progress'

const heading = (level: 1 | 2, text: string): Block => ({ type: 'heading', level, runs: plain(text) })
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: plain(text) })

describe('progressOf', () => {
  it('counts the lowest sections, and a part only where it has none', () => {
    const blocks = [
      { type: 'title', runs: plain('标题') } as const,
      paragraph('前言'),
      heading(1, '问题'),
      heading(2, '学习'),
      paragraph('不够深入'),
      heading(2, '作风'),
      paragraph(' '),
      heading(1, '原因'),
      paragraph('放松要求'),
      heading(1, '措施'),
    ]
    expect(progressOf(blocks)).toEqual({ written: 2, total: 4, chars: 22 })
  })

  it('counts a table as text', () => {
    const cell = { header: false, colspan: 1, rowspan: 1, paragraphs: [{ type: 'paragraph' as const, runs: plain('一') }] }
    expect(progressOf([heading(1, '表'), { type: 'table', rows: [[cell]] }])).toEqual({ written: 1, total: 1, chars: 2 })
  })

  it('finds nothing in nothing', () => {
    expect(progressOf([])).toEqual({ written: 0, total: 0, chars: 0 })
  })
})
