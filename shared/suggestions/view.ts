/** A document as if none (原文) or all (定稿) of its suggestions were taken. Works on a copy: nothing is decided. */
import * as Y from 'yjs'
import type { Block } from '../schema/blocks'
import { readBlocks, rootOf } from '../schema/ydoc'
import { cardsIn } from './cards'
import { decide } from './decide'

export type View = 'original' | 'final'

/** Reads `doc` under `view` and leaves it as it is. */
export function blocksUnder(doc: Y.Doc, view: View): Block[] {
  const ids = new Set(cardsIn(rootOf(doc)).map((card) => card.id))
  if (ids.size === 0) return readBlocks(rootOf(doc))
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.transact(() => decide(rootOf(copy), ids, view === 'final' ? 'accept' : 'reject'))
  const blocks = readBlocks(rootOf(copy))
  copy.destroy()
  return blocks
}
