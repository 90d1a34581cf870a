import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Block, MarkName, Run } from './blocks'
import { MARKS } from './blocks'
import { appendBlocks, readBlocks, rootOf, updateOf } from './ydoc'

function roundTrip(blocks: Block[]): Block[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, updateOf(blocks))
  return readBlocks(rootOf(doc))
}

const EXAMPLE: Block[] = [
  { type: 'title', runs: [{ text: '对照检查材料' }] },
  { type: 'byline', runs: [{ text: '张三' }] },
  { type: 'heading', level: 1, runs: [{ text: '问题' }] },
  { type: 'heading', level: 2, runIn: true, runs: [{ text: '学习不够。' }] },
  {
    type: 'paragraph',
    runs: [{ text: '普通' }, { text: '加粗', marks: ['bold'] }, { text: '全', marks: ['bold', 'italic', 'underline'] }],
  },
  { type: 'paragraph', ordinal: true, runs: [{ text: '一条' }] },
  { type: 'paragraph', align: 'right', runs: [] },
  { type: 'quote', runs: [{ text: '引文' }] },
  {
    type: 'table',
    rows: [
      [{ header: true, colspan: 2, rowspan: 1, paragraphs: [{ type: 'paragraph', runs: [{ text: '表头' }] }] }],
      [{ header: false, colspan: 1, rowspan: 2, paragraphs: [{ type: 'paragraph', runs: [] }] }],
    ],
  },
]

test('blocks come back from the shared document as they went in', () => {
  expect(roundTrip(EXAMPLE)).toEqual(EXAMPLE)
})

test('defaults are not stored, level and spans always are', () => {
  const doc = new Y.Doc()
  appendBlocks(rootOf(doc), [{ type: 'paragraph', runs: [] }, { type: 'heading', level: 1, runs: [] }, ...EXAMPLE.slice(-1)])
  expect(rootOf(doc).toString()).toBe(
    '<paragraph></paragraph><heading level="1"></heading><table><tablerow><tableheader colspan="2" rowspan="1"><paragraph>表头</paragraph></tableheader></tablerow><tablerow><tablecell colspan="1" rowspan="2"><paragraph></paragraph></tablecell></tablerow></table>',
  )
})

const marks = fc.subarray([...MARKS] as MarkName[])
const run = fc
  .tuple(fc.string({ minLength: 1, maxLength: 8 }), marks)
  .map(([text, chosen]): Run => (chosen.length > 0 ? { text, marks: chosen } : { text }))
/** Neighbours under the same marks would be one run. */
const runs = fc
  .array(run, { maxLength: 5 })
  .map((all) => all.filter((each, index) => index === 0 || String(all[index - 1]?.marks) !== String(each.marks)))
const separated = runs.filter((all) =>
  all.every((each, index) => index === 0 || String(all[index - 1]?.marks) !== String(each.marks)),
)
const block = fc.oneof(
  separated.map((all): Block => ({ type: 'title', runs: all })),
  separated.map((all): Block => ({ type: 'quote', runs: all })),
  fc
    .tuple(fc.constantFrom(1, 2, 3, 4), separated)
    .map(([level, all]): Block => ({ type: 'heading', level: level as 1 | 2 | 3 | 4, runs: all })),
  fc
    .tuple(fc.boolean(), separated)
    .map(([ordinal, all]): Block => ({ type: 'paragraph', ...(ordinal ? { ordinal } : {}), runs: all })),
)

test('any blocks survive the round trip', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      expect(roundTrip(blocks)).toEqual(blocks)
    }),
  )
})
