/**
 * Mends a block that others changed a moment ago, whatever Yjs made of both: what stands there besides this person's proposals is
 * laid beside what stood there. Text too many is theirs and becomes proposed, text that lacks comes back as a proposed deletion,
 * marks of others are as they were. Nothing accepted changes by it.
 */
import type * as Y from 'yjs'
import type { PersonId } from '../ids'
import { align, type Character } from './align'
import { textOfBlock } from './block-edits'
import { markOf, overlappingKey } from './mark-key'
import { PROPOSAL_MARKS } from './proposal'
import { type Attributes, type TextPart, textParts } from './text-items'
import { type Inspection, isInsertionOf, othersMarks } from './verdict'

interface Standing extends Character {
  attributes: Attributes
  owner: Y.XmlText
  at: number
}

/** @returns whether anything was mended. */
export function realign(
  block: Y.XmlElement,
  before: readonly TextPart[],
  { judged: { person } }: Inspection,
  id: string,
): boolean {
  const now = textParts(block, (item) => !item.deleted)
  const wanted = charactersOf(before, person).filter(({ attributes }) => !isInsertionOf(attributes, person))
  const known = new Set(wanted.map(({ place }) => place))
  // Old text under a mark of theirs is as good as without: marks run on where the end of a mark was deleted meanwhile.
  const standing = charactersOf(now, person).filter(
    ({ attributes, place }) => !isInsertionOf(attributes, person) || known.has(place),
  )
  const found = align(wanted, standing)
  if (found === null) return false
  const insertion = { id, author: person, kind: null }
  const deletion = { id, author: person }
  const surplus = new Set(standing.keys())
  for (const index of found) if (index !== null) surplus.delete(index)
  let mended = false
  /** All from the back to the front, so that places stay: `left` is how much of what stands is not yet looked at. */
  let left = standing.length
  let next: { owner: Y.XmlText; at: number } = { owner: textOfBlock(block), at: textOfBlock(block).length }
  const proposeSurplus = (down: number) => {
    while (left > down) {
      left -= 1
      const here = standing[left]
      if (here === undefined) continue
      next = here
      if (!surplus.has(left) || isInsertionOf(here.attributes, person)) continue
      here.owner.format(here.at, here.text.length, { [overlappingKey('insertion', insertion)]: insertion })
      mended = true
    }
  }
  for (let i = wanted.length - 1; i >= 0; i--) {
    const character = wanted[i]
    const index = found[i] ?? null
    if (character === undefined) continue
    if (index === null) {
      const attributes = {
        ...character.attributes,
        ...(hasOwnDeletion(character.attributes, person) ? {} : { [overlappingKey('deletion', deletion)]: deletion }),
      }
      next.owner.insert(next.at, character.text, attributes)
      mended = true
      continue
    }
    proposeSurplus(index)
    const here = standing[index]
    const back = here === undefined ? {} : marksBack(here.attributes, character.attributes, person)
    if (here === undefined || Object.keys(back).length === 0) continue
    here.owner.format(here.at, here.text.length, back)
    mended = true
  }
  proposeSurplus(0)
  return mended
}

function charactersOf(parts: readonly TextPart[], person: PersonId): Standing[] {
  return parts.flatMap(({ text, attributes, item, owner, at }) => {
    const marks = othersMarks(attributes, person)
    let offset = 0
    return [...text].map((character) => {
      const place = `${item.id.client}:${item.id.clock + offset}`
      const one = { text: character, place, marks, attributes, owner, at: at + offset }
      offset += character.length
      return one
    })
  })
}

function hasOwnDeletion(attributes: Attributes, person: PersonId): boolean {
  return Object.entries(attributes).some(([key, value]) => markOf(key) === 'deletion' && isOwn(key, value, person))
}

/** What must change for the marks of others to be as they were; of this person's own all stay but that of proposed text. */
function marksBack(now: Attributes, before: Attributes, person: PersonId): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(now), ...Object.keys(before)])) {
    const isKept = isOwn(key, now[key] ?? before[key], person) && markOf(key) !== 'insertion'
    if (!isKept && JSON.stringify(now[key]) !== JSON.stringify(before[key])) changed[key] = before[key] ?? null
  }
  return changed
}

function isOwn(key: string, value: unknown, person: PersonId): boolean {
  const mark = markOf(key)
  const isProposal = PROPOSAL_MARKS.some((known) => known === mark)
  return isProposal && typeof value === 'object' && value !== null && 'author' in value && value.author === person
}
