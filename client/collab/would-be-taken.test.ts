import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import { splitBlock, textOfBlock } from '../../shared/suggestions/block-edits'
import { documentOf, NOW, SuggestingHands } from '../../shared/suggestions/testing/hands'
import { wouldBeTaken } from './would-be-taken'

const LI = 'li' as PersonId
const AS_LI = { person: LI, scope: 'everywhere' } as const

function setUp() {
  const server = documentOf([{ type: 'paragraph', runs: [{ text: '学习笔记记得不全。' }] }])
  const page = new Y.Doc()
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server))
  const updates: Uint8Array[] = []
  page.on('update', (update: Uint8Array) => updates.push(update))
  return { server, updates, hands: new SuggestingHands(page, LI) }
}

describe('what somebody who must suggest may put back', () => {
  test('their suggestions', () => {
    const { server, updates, hands } = setUp()
    hands.insert(hands.block(0), 4, '有时')
    hands.remove(hands.block(0), 0, 2)
    expect(wouldBeTaken(server, updates, AS_LI, NOW)).toBe(true)
  })

  test('plain words, which the server makes a suggestion', () => {
    const { server, updates, hands } = setUp()
    textOfBlock(hands.block(0)).insert(4, '有时')
    textOfBlock(hands.block(0)).delete(0, 2)
    expect(wouldBeTaken(server, updates, AS_LI, NOW)).toBe(true)
  })

  test('no paragraph made', () => {
    const { server, updates, hands } = setUp()
    const text = textOfBlock(hands.block(0))
    splitBlock(hands.block(0), text, 4, 'paragraph')
    expect(wouldBeTaken(server, updates, AS_LI, NOW)).toBe(false)
  })

  test('nothing whose beginning is missing', () => {
    const { server, updates, hands } = setUp()
    hands.insert(hands.block(0), 0, '前')
    updates.length = 0
    hands.insert(hands.block(0), 0, '后')
    expect(wouldBeTaken(server, updates, AS_LI, NOW)).toBe(false)
  })

  test('nothing is applied', () => {
    const { server, updates, hands } = setUp()
    const before = Y.encodeStateAsUpdate(server)
    hands.insert(hands.block(0), 4, '有时')
    wouldBeTaken(server, updates, AS_LI, NOW)
    expect(Y.encodeStateAsUpdate(server)).toEqual(before)
  })
})
