/** Who belongs to the meeting, by id, and what it is called. */
import type { PersonId } from '../../shared/ids'
import type { MeetingPerson } from '../../shared/live/messages'
import type { MeetingFacts } from '../ports/desk'

export class People {
  readonly title: string
  readonly list: readonly MeetingPerson[]
  readonly byId: ReadonlyMap<PersonId, MeetingPerson>

  constructor({ title, people }: MeetingFacts) {
    this.title = title
    this.list = people
    this.byId = new Map(people.map((person) => [person.person, person]))
  }
}
