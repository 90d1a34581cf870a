import type { PersonId } from '../../../shared/ids'

/** Whoever proposes or decides, as the cards name them. */
export interface SuggestionPerson {
  person: PersonId
  name: string
  /** Null: they have none. */
  color: number | null
}

export interface SuggestionPeople {
  me: PersonId
  /** Null: no longer a member. */
  of: (person: PersonId) => SuggestionPerson | null
}
