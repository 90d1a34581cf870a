import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../ids'
import { diffLines, type LineDiff } from './diff-lines'
import { type Line, textOfLine } from './lines'
import { diffSequences } from './sequences'

const ANN = 'person-ann' as PersonId
const BEN = 'person-ben' as PersonId

function line(text: string, change: Partial<Line> = {}): Line {
  return { kind: 'paragraph', number: '', detail: '', words: text === '' ? [] : [{ text, marks: [], author: ANN }], ...change }
}

const character = fc.constantFrom(...'一二三四五学习不够深入，。𠮷镕')
const anyLine: fc.Arbitrary<Line> = fc
  .record({
    kind: fc.constantFrom('paragraph' as const, 'heading1' as const, 'row' as const),
    words: fc.array(
      fc.record({
        text: fc.string({ unit: character, minLength: 1, maxLength: 12 }),
        marks: fc.subarray(['bold' as const]),
        author: fc.constantFrom(ANN, BEN, null),
      }),
      { maxLength: 4 },
    ),
  })
  .map((part) => ({ number: '', detail: '', ...part }))
const anyLines = fc.array(anyLine, { maxLength: 12 })

/** What a diff says one side reads, line by line. */
function side(diffs: readonly LineDiff[], which: 'before' | 'after'): string[] {
  const gone = which === 'before' ? 'insert' : 'delete'
  return diffs
    .filter((diff) => diff[which] !== null)
    .map(({ parts }) =>
      parts
        .filter(({ op }) => op !== gone)
        .map(({ text }) => text)
        .join(''),
    )
}

describe('the shortest way between two sequences', () => {
  it('leads from the one to the other, over stretches that meet', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 })
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        let from = 0
        let to = 0
        for (const stretch of diffSequences(before, after)) {
          expect([stretch.from, stretch.to]).toEqual([from, to])
          if (stretch.op !== 'insert') from += stretch.length
          if (stretch.op !== 'delete') to += stretch.length
          if (stretch.op === 'same') {
            expect(before.slice(stretch.from, from)).toEqual(after.slice(stretch.to, to))
          }
        }
        expect([from, to]).toEqual([before.length, after.length])
      }),
    )
  })

  it('is the shortest', () => {
    const stretches = diffSequences([...'ABCABBA'], [...'CBABAC'])
    const changes = stretches.filter(({ op }) => op !== 'same').reduce((sum, { length }) => sum + length, 0)
    expect(changes).toBe(5)
  })

  it('gives up in bounded time where nothing is common', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `a${index}`)
    const after = Array.from({ length: 20_000 }, (_, index) => `b${index}`)
    expect(diffSequences(before, after).map(({ op, length }) => [op, length])).toEqual([
      ['delete', 20_000],
      ['insert', 20_000],
    ])
  })
})

describe('two texts compared', () => {
  it('holds both texts whole, every line once and in order', () => {
    fc.assert(
      fc.property(anyLines, anyLines, (before, after) => {
        const diffs = diffLines(before, after)
        expect(side(diffs, 'before')).toEqual(before.map(textOfLine))
        expect(side(diffs, 'after')).toEqual(after.map(textOfLine))
        expect(diffs.flatMap((diff) => diff.before ?? [])).toEqual(before)
        expect(diffs.flatMap((diff) => diff.after ?? [])).toEqual(after)
      }),
    )
  })

  it('finds nothing between a text and itself, and something wherever two differ', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        expect(diffLines(lines, structuredClone(lines)).every(({ op }) => op === 'same')).toBe(true)
        expect(diffLines(lines, [...lines, line('又一行')]).some(({ op }) => op !== 'same')).toBe(true)
      }),
    )
  })

  it('shows inside a line what came and what went, with who wrote it', () => {
    const after = line('', {
      words: [
        { text: '学习不够', marks: [], author: ANN },
        { text: '系统', marks: [], author: BEN },
        { text: '，时紧时松。', marks: [], author: ANN },
      ],
    })
    const [diff] = diffLines([line('学习不够深入，时紧时松。')], [after])
    expect(diff?.op).toBe('changed')
    expect(diff?.parts).toEqual([
      { op: 'same', text: '学习不够', author: ANN },
      { op: 'delete', text: '深入', author: ANN },
      { op: 'insert', text: '系统', author: BEN },
      { op: 'same', text: '，时紧时松。', author: ANN },
    ])
  })

  it('tells a changed line from one that went beside one that came', () => {
    const diffs = diffLines(
      [line('一、学习不够深入'), line('这一段将整个拿掉。')],
      [line('一、学习还不够深入'), line('完全是另外写的内容')],
    )
    expect(diffs.map(({ op }) => op)).toEqual(['changed', 'removed', 'added'])
  })

  it('counts a new kind, number or mark as a change', () => {
    const bold = line('', { words: [{ text: '同样', marks: ['bold'], author: null }] })
    expect(diffLines([line('同样')], [bold])[0]?.op).toBe('changed')
    expect(diffLines([line('同样')], [line('同样', { kind: 'heading1' })])[0]?.op).toBe('changed')
    expect(diffLines([line('同样', { number: '一、' })], [line('同样', { number: '二、' })])[0]?.op).toBe('changed')
  })
})
