import type { PersonId } from '../../../shared/ids'

/** Who drafts what (执笔人), as the outline shows and changes it. */
export interface Drafting {
  /** Empty: somebody who is no member any more. */
  nameOf: (person: PersonId) => string
  /** Who can be named. */
  candidates: readonly { person: PersonId; name: string }[]
  /** Names the drafter of a section, by its id; null: may not. */
  assign: ((section: string, person: PersonId | null) => void) | null
}
