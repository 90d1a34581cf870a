import { describe, expect, it, vi } from 'vitest'
import type { MaterialId } from '../../shared/ids'
import { type Block, plain } from '../../shared/schema/blocks'
import type { Log } from '../platform/log'
import type { Records } from '../ports/records'
import { FakeClock } from '../testing/fake-clock'
import { Progress, progressOf } from './progress'

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

describe('counting', () => {
  const SURVEY_MS = 40

  function world() {
    const clock = new FakeClock()
    const counted: string[] = []
    const finish: (() => void)[] = []
    const records = {
      materials: { get: () => Promise.resolve({}), saveProgress: () => Promise.resolve() },
    } as unknown as Records
    const rooms = {
      survey: (material: MaterialId) => {
        counted.push(material)
        return new Promise<never>((resolve) => finish.push(() => resolve({ blocks: [], suggestions: [] } as never)))
      },
    }
    const progress = new Progress({ records, rooms, clock, log: { warn: vi.fn() } as unknown as Log })
    const surveyed = async () => {
      clock.advance(SURVEY_MS)
      finish.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
    const begun = async (count: number) => vi.waitFor(() => expect(counted).toHaveLength(count))
    return { clock, counted, progress, surveyed, begun }
  }

  it('counts once for all changes of three seconds', async () => {
    const { clock, counted, progress, begun } = world()
    progress.changed('one' as MaterialId)
    clock.advance(2_000)
    progress.changed('one' as MaterialId)
    expect(counted).toEqual([])
    clock.advance(1_000)
    await begun(1)
    expect(counted).toEqual(['one'])
  })

  it('counts one at a time and rests fifty times as long as the count took', async () => {
    const { clock, counted, progress, surveyed, begun } = world()
    progress.changed('one' as MaterialId)
    progress.changed('two' as MaterialId)
    clock.advance(3_000)
    await begun(1)
    await surveyed()
    clock.advance(50 * SURVEY_MS - 1)
    expect(counted).toEqual(['one'])
    clock.advance(1)
    await begun(2)
    expect(counted).toEqual(['one', 'two'])
  })

  it('counts what changed while it was counted again, and nothing once stopped', async () => {
    const { clock, counted, progress, surveyed, begun } = world()
    progress.changed('one' as MaterialId)
    clock.advance(3_000)
    await begun(1)
    progress.changed('one' as MaterialId)
    await surveyed()
    clock.advance(3_000)
    await begun(2)
    progress.changed('two' as MaterialId)
    progress.stop()
    await surveyed()
    clock.advance(60_000)
    expect(counted).toEqual(['one', 'one'])
  })
})
