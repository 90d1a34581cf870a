/** Suggestions that are decided together: those of a person, those in a section, all. */
import type { PersonId } from '../../../shared/ids'
import type { PlacedCard } from '../../editor/suggesting/cards-in'

export interface SectionPlace {
  id: string
  number: string
  text: string
  pos: number
}

export interface PersonBatch {
  author: PersonId
  ids: string[]
}

export interface SectionBatch {
  /** Null: before the first heading. */
  section: SectionPlace | null
  ids: string[]
}

type Placed = Pick<PlacedCard, 'id' | 'author' | 'from'>

/** Those with most to decide first. */
export function byPerson(cards: readonly Placed[]): PersonBatch[] {
  const batches = new Map<PersonId, string[]>()
  for (const { id, author } of cards) batches.set(author, [...(batches.get(author) ?? []), id])
  return [...batches].map(([author, ids]) => ({ author, ids })).sort((a, b) => b.ids.length - a.ids.length)
}

/** In the order of the text; each suggestion in the innermost section it begins in. */
export function bySection(cards: readonly Placed[], sections: readonly SectionPlace[]): SectionBatch[] {
  const batches = new Map<string | null, SectionBatch>()
  for (const { id, from } of cards) {
    const section = sectionAt(from, sections)
    const batch = batches.get(section?.id ?? null) ?? { section, ids: [] }
    batch.ids.push(id)
    batches.set(section?.id ?? null, batch)
  }
  return [...batches.values()].sort((a, b) => (a.section?.pos ?? -1) - (b.section?.pos ?? -1))
}

/** How many suggestions begin in each section, by its id. */
export function countBySection(cards: readonly Placed[], sections: readonly SectionPlace[]): ReadonlyMap<string, number> {
  return new Map(bySection(cards, sections).flatMap(({ section, ids }) => (section === null ? [] : [[section.id, ids.length]])))
}

function sectionAt(pos: number, sections: readonly SectionPlace[]): SectionPlace | null {
  return sections.findLast((section) => section.pos <= pos) ?? null
}
