import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { linesOf, textOfLine } from '../diff/lines'
import type { PersonId } from '../ids'
import type { Block } from '../schema/blocks'
import { readBlocks, rootOf, updateOf } from '../schema/ydoc'
import { textBlocksIn, textOfBlock } from '../suggestions/block-edits'
import { cardsIn } from '../suggestions/cards'
import { workOut } from '../suggestions/document-edit'
import { documentOf, SuggestingHands } from '../suggestions/testing/hands'
import { blocksUnder } from '../suggestions/view'
import { anyBlocks } from '../testing/blocks-arbitrary'
import { writersSince, writtenLines } from './written-lines'

const ANN = 'person-ann' as PersonId
const BEN = 'person-ben' as PersonId

function read(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

/** `doc` after a restoration, by way of a second document as everybody else sees it. */
function restored(doc: Y.Doc, state: Uint8Array): Y.Doc {
  const other = read(Y.encodeStateAsUpdate(doc))
  const { update } = workOut(doc, { kind: 'restore', state })
  if (update !== null) Y.applyUpdate(other, update)
  return other
}

describe('restoring', () => {
  it('brings back any document from any other, as one change that everybody can follow', () => {
    fc.assert(
      fc.property(anyBlocks, anyBlocks, (before, after) => {
        expect(readBlocks(rootOf(restored(read(updateOf(after)), updateOf(before))))).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })

  it('changes nothing where nothing differs', () => {
    const doc = documentOf([{ type: 'paragraph', runs: [{ text: '一字不差' }] }])
    expect(workOut(read(Y.encodeStateAsUpdate(doc)), { kind: 'restore', state: Y.encodeStateAsUpdate(doc) }).update).toBeNull()
  })

  it('brings suggestions back with the words and leaves what stands as it stood', () => {
    const doc = documentOf([
      { type: 'paragraph', runs: [{ text: '第一段不动。' }] },
      { type: 'paragraph', runs: [{ text: '第二段有建议。' }] },
    ])
    const hands = new SuggestingHands(doc, BEN)
    doc.transact(() => hands.insert(hands.block(1), 3, '确实'))
    const version = Y.encodeStateAsUpdate(doc)
    const cards = cardsIn(rootOf(doc))
    expect(cards).toHaveLength(1)
    const [first, second] = textBlocksIn(rootOf(doc))
    if (first === undefined || second === undefined) throw new Error('two blocks')
    const untouched = first._item?.id
    const text = textOfBlock(second)
    text.delete(0, text.length)
    text.insert(0, '改写了。')
    const after = restored(doc, version)
    expect(cardsIn(rootOf(after))).toEqual(cards)
    expect(textBlocksIn(rootOf(after))[0]?._item?.id).toEqual(untouched)
  })
})

describe('lines with their writers', () => {
  it('read like the document without what is only proposed', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks: Block[]) => {
        const doc = read(updateOf(blocks))
        const hands = new SuggestingHands(doc, BEN)
        doc.transact(() => hands.insert(hands.block(0), 0, '提议'))
        const written = writtenLines(doc, new Map())
        expect(written.map(textOfLine)).toEqual(linesOf(blocksUnder(doc, 'original')).map(textOfLine))
        expect(written.map(({ number, kind }) => [number, kind])).toEqual(
          linesOf(blocks).map(({ number, kind }) => [number, kind]),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('know who wrote what, and who wrote since', () => {
    const doc = documentOf([{ type: 'paragraph', runs: [{ text: '学习不够。' }] }])
    const before = Y.encodeStateAsUpdate(doc)
    const other = read(before)
    const [paragraph] = textBlocksIn(rootOf(other))
    if (paragraph === undefined) throw new Error('a paragraph')
    textOfBlock(paragraph).insert(4, '深入')
    const clients = new Map([
      [doc.clientID, ANN],
      [other.clientID, BEN],
    ])
    expect(writtenLines(other, clients)[0]?.words).toEqual([
      { text: '学习不够', marks: [], author: ANN },
      { text: '深入', marks: [], author: BEN },
      { text: '。', marks: [], author: ANN },
    ])
    expect(writersSince(other, before, clients)).toEqual([BEN])
    expect(writersSince(other, null, clients).sort()).toEqual([ANN, BEN])
  })
})
