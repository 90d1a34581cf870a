import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_RECORD, type LineInput } from '../../shared/live/record'
import { CHEN, SUN, WANG } from '../../shared/testing/meeting'
import { type Unsent, withoutSent, withUnsent, withWaiting } from './unsent'

function lineOf(id: string, edition: number): LineInput {
  const rest = { kind: 'criticism', mode: 'gist', aspect: '', saidAt: 1, item: null, removed: false } as const
  return { id, edition, text: `第${edition}稿`, speaker: CHEN, target: WANG, ...rest }
}
const entryOf = (id: string, edition: number) => ({ kind: 'line', line: lineOf(id, edition) }) as const

describe('what is unsent', () => {
  it('is the newest edition of each line, in whatever order they come', () => {
    const editions = fc.array(fc.tuple(fc.constantFrom('line-aaaa', 'line-bbbb'), fc.integer({ min: 1, max: 6 })))
    fc.assert(
      fc.property(editions, (written) => {
        const queue = written.reduce<readonly Unsent[]>((all, [id, edition]) => withUnsent(all, entryOf(id, edition)), [])
        for (const { entry } of queue) {
          if (entry.kind !== 'line') throw new Error('no line')
          const newest = Math.max(...written.filter(([id]) => id === entry.line.id).map(([, edition]) => edition))
          expect(entry.line.edition).toBe(newest)
        }
        expect(new Set(queue.map(({ key }) => key)).size).toBe(queue.length)
      }),
    )
  })

  it('keeps an edition written while the one before was on its way', () => {
    const queue = withUnsent(withUnsent([], entryOf('line-aaaa', 1)), entryOf('line-aaaa', 2))
    expect(withoutSent(queue, entryOf('line-aaaa', 1))).toEqual(queue)
    expect(withoutSent(queue, entryOf('line-aaaa', 2))).toEqual([])
  })

  it('stands in the record in its place, and never over a newer line of the server', () => {
    const server = { ...EMPTY_RECORD, lines: [{ ...lineOf('line-aaaa', 3), writer: SUN, verdict: 'none' as const, note: '' }] }
    const queue = withUnsent(withUnsent([], entryOf('line-aaaa', 2)), entryOf('line-bbbb', 1))
    expect(withWaiting(server, queue, SUN).lines.map(({ id, edition }) => [id, edition])).toEqual([
      ['line-aaaa', 3],
      ['line-bbbb', 1],
    ])
    expect(withWaiting(server, [], SUN)).toBe(server)
  })

  it('ticks a reply', () => {
    const queue = withUnsent(withUnsent([], { kind: 'reply', person: WANG, given: true }), {
      kind: 'reply',
      person: WANG,
      given: false,
    })
    expect(queue).toHaveLength(1)
    expect(withWaiting(EMPTY_RECORD, queue, SUN).replies).toMatchObject([{ person: WANG, given: false }])
  })
})
