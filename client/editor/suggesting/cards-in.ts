/** The suggestions of an editor's document as cards, each with its first place. A block is read once, however often it is asked. */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { CardCollector, type SuggestionCard } from '../../../shared/suggestions/cards'
import { parseJoin, parseRetype } from '../../../shared/suggestions/proposal'
import { isProposal } from './proposal-marks'

export interface PlacedCard extends SuggestionCard {
  /** Its first place in the editor's document. */
  from: number
  to: number
  /** Position of the text block of that place. */
  block: number
}

export interface Place {
  id: string
  from: number
  to: number
}

/** Places within one block, by offset in its text; a block's own proposals stand at its start. */
const placesOf = new WeakMap<ProseMirrorNode, readonly Place[]>()

function readPlaces(block: ProseMirrorNode): Place[] {
  const places: Place[] = []
  for (const proposal of [parseJoin(block.attrs.join), parseRetype(block.attrs.retype)]) {
    if (proposal !== null) places.push({ id: proposal.id, from: 0, to: 0 })
  }
  block.forEach((text, offset) => {
    for (const mark of text.marks) {
      if (isProposal(mark)) places.push({ id: String(mark.attrs.id), from: offset, to: offset + text.nodeSize })
    }
  })
  return places
}

export function placesIn(block: ProseMirrorNode): readonly Place[] {
  const known = placesOf.get(block)
  if (known !== undefined) return known
  const places = readPlaces(block)
  placesOf.set(block, places)
  return places
}

/** Whether a suggestion stands in a block, or in one inside it. */
export function hasPlaces(block: ProseMirrorNode): boolean {
  if (block.isTextblock) return placesIn(block).length > 0
  return block.children.some(hasPlaces)
}

export function cardsIn(doc: ProseMirrorNode): PlacedCard[] {
  const collector = new CardCollector()
  const first = new Map<string, Pick<PlacedCard, 'from' | 'to' | 'block'>>()
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return true
    const places = placesIn(block)
    if (places.length === 0) return false
    for (const { id, from, to } of places) {
      if (!first.has(id)) first.set(id, { from: pos + 1 + from, to: pos + 1 + to, block: pos })
    }
    collector.block(block.attrs.join, block.attrs.retype)
    block.forEach((text) => {
      collector.text(
        text.text ?? '',
        text.marks.map((mark) => ({ name: mark.type.name, attrs: mark.attrs })),
      )
    })
    return false
  })
  return collector.cards().flatMap((card) => {
    const place = first.get(card.id)
    return place === undefined ? [] : [{ ...card, ...place }]
  })
}
