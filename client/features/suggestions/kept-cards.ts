/**
 * Suggestions as they are drawn: typing before one moves it without changing a word of its card, so nothing is drawn anew until
 * a card says something else or another is lit.
 */
import type { PlacedCard } from '../../editor/suggesting/cards-in'
import type { SuggestionSnapshot, SuggestionStore } from '../../editor/suggesting/cards-store'

/** The store's snapshots with everything that stayed the same taken from the one before. */
export function keptSnapshots(store: Pick<SuggestionStore, 'getSnapshot'>): () => SuggestionSnapshot {
  let before = store.getSnapshot()
  return () => {
    const now = store.getSnapshot()
    const cards = keptCards(before.cards, now.cards)
    const isSame = cards === before.cards && now.active === before.active && now.mode === before.mode && now.view === before.view
    if (!isSame) before = { ...now, cards }
    return before
  }
}

/** `next`, with what is the same taken from `before`: the card objects, and the list itself where none differs. */
export function keptCards(before: readonly PlacedCard[], next: readonly PlacedCard[]): readonly PlacedCard[] {
  const known = new Map(before.map((card) => [card.id, card]))
  const kept = next.map((card) => {
    const old = known.get(card.id)
    return old !== undefined && contentOf(old) === contentOf(card) ? old : card
  })
  const isSame = kept.length === before.length && kept.every((card, index) => card === before[index])
  return isSame ? before : kept
}

function contentOf({ inserted, deleted, retype, changes }: PlacedCard): string {
  return JSON.stringify([inserted, deleted, retype, changes])
}
