import type { PersonId } from '../../../shared/ids'
import type { PersonHere } from './people'

/** Who has a text open, and what can be done with each: for the faces and for the list behind them. */
export interface PresenceStackProps {
  people: readonly PersonHere[]
  followed: PersonId | null
  /** The heading of a section, as the outline shows it; null: no longer there. */
  sectionLabel: (id: string) => string | null
  postOf: (person: PersonId) => string | null
  onGoTo: (person: PersonHere) => void
  onFollow: (person: PersonHere) => void
  onStop: () => void
}
