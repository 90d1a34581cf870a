import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import { rootOf } from '../../shared/schema/ydoc'
import { splitBlock, textOfBlock } from '../../shared/suggestions/block-edits'
import { documentOf, SuggestingHands } from '../../shared/suggestions/testing/hands'
import { wordsIn, writtenIn } from './words-in'

const LI = 'li' as PersonId

function setUp() {
  const server = documentOf([
    { type: 'paragraph', runs: [{ text: '学习笔记记得不全。' }] },
    { type: 'paragraph', runs: [{ text: '调查研究偏少。' }] },
  ])
  const page = new Y.Doc()
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server))
  const updates: Uint8Array[] = []
  page.on('update', (update: Uint8Array) => updates.push(update))
  return { server, page, updates, hands: new SuggestingHands(page, LI) }
}

describe('what changes would say', () => {
  test('words proposed and words proposed to go, where they stand', () => {
    const { server, updates, hands } = setUp()
    hands.insert(hands.block(0), 4, '有时')
    hands.remove(hands.block(1), 0, 2)
    const words = wordsIn(server, updates)
    expect(words).toEqual({
      passages: [
        [
          { op: 'same', text: '学习笔记' },
          { op: 'insert', text: '有时' },
          { op: 'same', text: '记得不全。' },
        ],
        [
          { op: 'delete', text: '调查' },
          { op: 'same', text: '研究偏少。' },
        ],
      ],
      others: 0,
    })
    expect(writtenIn(words)).toBe('有时')
  })

  test('what was written and taken away again is not told', () => {
    const { server, updates, hands } = setUp()
    hands.insert(hands.block(0), 0, '一二三')
    textOfBlock(hands.block(0)).delete(1, 1)
    expect(writtenIn(wordsIn(server, updates))).toBe('一三')
  })

  test('a word put in the place of another is one run; two places are two lines', () => {
    const { server, updates, hands } = setUp()
    const id = hands.newId()
    hands.insert(hands.block(0), 4, '写', null, id)
    hands.remove(hands.block(0), 5, 1, id)
    hands.insert(hands.block(0), 8, '也')
    hands.insert(hands.block(0), 0, '¶', 'break:paragraph')
    expect(writtenIn(wordsIn(server, updates))).toBe('\n\n写\n也')
  })

  test('an editor’s words: plain ones, a new paragraph, a paragraph that goes', () => {
    const { server, page, updates, hands } = setUp()
    const text = textOfBlock(hands.block(0))
    text.insert(9, '新的一句。')
    splitBlock(hands.block(0), text, 9, 'paragraph')
    rootOf(page).delete(2, 1)
    const { passages } = wordsIn(server, updates)
    expect(passages).toEqual([[{ op: 'insert', text: '新的一句。' }], [{ op: 'delete', text: '调查研究偏少。' }]])
  })

  test('what changes no word is counted', () => {
    const { server, updates, hands } = setUp()
    hands.retype(hands.block(1), 'heading2')
    hands.emphasise(hands.block(0), 0, 2, 'bold', true)
    expect(wordsIn(server, updates)).toEqual({ passages: [], others: 2 })
  })

  test('others changed the paragraph meanwhile: their words are the text’s', () => {
    const { server, updates, hands } = setUp()
    hands.insert(hands.block(0), 4, '有时')
    textOfBlock(new SuggestingHands(server, LI).block(0)).insert(9, '事后很少再看。')
    const [words] = wordsIn(server, updates).passages
    expect(words?.map(({ text }) => text).join('')).toBe('学习笔记有时记得不全。事后很少再看。')
    expect(words?.filter(({ op }) => op === 'insert')).toEqual([{ op: 'insert', text: '有时' }])
  })

  test('without what they build on, the bare words are there', () => {
    const { server, page, updates, hands } = setUp()
    hands.insert(hands.block(0), 0, '前')
    updates.length = 0
    hands.insert(hands.block(0), 0, '后')
    textOfBlock(hands.block(0)).insert(0, '去')
    textOfBlock(hands.block(0)).delete(0, 1)
    expect(writtenIn(wordsIn(server, [Y.mergeUpdates(updates)]))).toBe('后')
    expect(rootOf(page).length).toBe(2)
  })

  test('without the text they lean on, too', () => {
    const { updates, hands } = setUp()
    hands.insert(hands.block(0), 4, '有时')
    expect(wordsIn(new Y.Doc(), updates)).toEqual({ passages: [[{ op: 'insert', text: '有时' }]], others: 0 })
  })
})
