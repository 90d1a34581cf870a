/** What services want to know of a document: its words as they stand without proposals, and the proposals that wait. */
import type * as Y from 'yjs'
import type { Block } from '../schema/blocks'
import { rootOf } from '../schema/ydoc'
import { cardsIn, type SuggestionCard } from './cards'
import { blocksUnder } from './view'

export function surveyOf(doc: Y.Doc): { blocks: Block[]; suggestions: SuggestionCard[] } {
  return { blocks: blocksUnder(doc, 'original'), suggestions: cardsIn(rootOf(doc)) }
}
