import type { PersonId } from '../../../shared/ids'

/** Who proposes. */
export interface Proposer {
  author: PersonId
  newId(): string
}
