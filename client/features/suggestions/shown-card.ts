import type { SuggestionCard } from '../../../shared/suggestions/cards'

/** A suggestion and where it stands in the editor's document. */
export interface ShownCard extends SuggestionCard {
  from: number
  to: number
}
