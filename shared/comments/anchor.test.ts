import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBlocks, rootOf } from '../schema/ydoc'
import { joinToPrevious, splitBlock, textBlocksIn, textOfBlock } from '../suggestions/block-edits'
import { workOut } from '../suggestions/document-edit'
import { documentOf } from '../suggestions/testing/hands'
import type { Position } from './anchor'
import { anchorsIn } from './testing/anchors'

const THREAD = 'thread-1'

function twoParagraphs(): Y.Doc {
  return documentOf([
    { type: 'paragraph', runs: [{ text: '学习不够' }, { text: '深入', marks: ['bold'] }, { text: '。' }] },
    { type: 'paragraph', runs: [{ text: '检查较少。' }] },
  ])
}

function at(doc: Y.Doc, block: number, offset: number): Position {
  const element = textBlocksIn(rootOf(doc))[block]
  if (element === undefined) throw new Error(`no block ${block}`)
  const position = Y.createRelativePositionFromTypeIndex(textOfBlock(element) as unknown as Y.AbstractType<unknown>, offset)
  return JSON.parse(JSON.stringify(Y.relativePositionToJSON(position))) as Position
}

const anchor = (doc: Y.Doc, from: Position, to: Position, thread = THREAD) =>
  workOut(doc, { kind: 'anchor', thread, from, to }).quote
const anchors = (doc: Y.Doc) => anchorsIn(rootOf(doc))

describe('an anchor', () => {
  it('stands on the selected words, over marks and blocks, whichever end comes first', () => {
    const doc = twoParagraphs()
    expect(anchor(doc, at(doc, 0, 2), at(doc, 0, 5))).toBe('不够深')
    expect(anchor(doc, at(doc, 1, 2), at(doc, 0, 5), 'other')).toBe('入。\n检查')
    expect(anchors(doc)).toEqual({ [THREAD]: '不够深', other: '入。检查' })
  })

  it('takes the text as a whole where a position is an element’s', () => {
    const doc = twoParagraphs()
    const root = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(rootOf(doc), 1)) as Position
    expect(anchor(doc, root, at(doc, 1, 2))).toBe('检查')
  })

  it('changes nothing else, and goes again without a trace', () => {
    const doc = twoParagraphs()
    const before = readBlocks(rootOf(doc))
    anchor(doc, at(doc, 0, 2), at(doc, 1, 2))
    anchor(doc, at(doc, 0, 3), at(doc, 0, 4), 'other')
    expect(readBlocks(rootOf(doc))).toEqual(before)
    workOut(doc, { kind: 'unanchor', thread: THREAD })
    expect(anchors(doc)).toEqual({ other: '够' })
    expect(readBlocks(rootOf(doc))).toEqual(before)
  })

  it('goes with its words through a split and a join', () => {
    const doc = twoParagraphs()
    anchor(doc, at(doc, 0, 2), at(doc, 0, 6))
    const block = textBlocksIn(rootOf(doc))[0] as Y.XmlElement
    const half = splitBlock(block, textOfBlock(block), 4, 'paragraph')
    expect(anchors(doc)).toEqual({ [THREAD]: '不够深入' })
    joinToPrevious(half)
    expect(anchors(doc)).toEqual({ [THREAD]: '不够深入' })
    expect(readBlocks(rootOf(doc))).toEqual(readBlocks(rootOf(twoParagraphs())))
  })

  it('finds the words again that others pushed along', () => {
    const doc = twoParagraphs()
    const [from, to] = [at(doc, 1, 0), at(doc, 1, 2)]
    textOfBlock(textBlocksIn(rootOf(doc))[1] as Y.XmlElement).insert(0, '平时')
    expect(anchor(doc, from, to)).toBe('检查')
  })

  it('is not set where no words are, or where a position belongs to nothing here', () => {
    const doc = twoParagraphs()
    const strange: Position[] = [
      {},
      { item: { client: 1, clock: 99 } },
      { type: { client: 1, clock: -1 } },
      { tname: 'elsewhere' },
    ]
    for (const position of strange) expect(anchor(doc, position, at(doc, 0, 2)), JSON.stringify(position)).toBe('')
    expect(anchor(doc, at(doc, 0, 2), at(doc, 0, 2))).toBe('')
    const gone = [at(doc, 1, 0), at(doc, 1, 2)] as const
    rootOf(doc).delete(1, 1)
    expect(anchor(doc, ...gone)).toBe('')
    expect(anchors(doc)).toEqual({})
  })

  it('keeps the beginning of a very long quotation', () => {
    const doc = documentOf([{ type: 'paragraph', runs: [{ text: '长'.repeat(5_000) }] }])
    expect(anchor(doc, at(doc, 0, 0), at(doc, 0, 4_000))).toBe('长'.repeat(300))
    expect(anchors(doc)[THREAD]).toHaveLength(4_000)
  })
})
