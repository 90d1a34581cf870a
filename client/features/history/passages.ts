/** A selection as a list of who wrote what, one entry as long as the hand stays the same. */
import type { PersonId } from '../../../shared/ids'
import { foreignName } from '../../../shared/model/foreign-author'
import type { Writing } from '../../editor/selected-writing'
import type { Origins } from '../../lib/api-types'
import { strangerColor } from '../../lib/stranger-color'

export interface Passage {
  /** Its first character: no other passage begins with it. */
  id: string
  /** Null: the template's. */
  author: PersonId | null
  name: string
  color: number | null
  text: string
  isProposed: boolean
  /** Null: from a time nobody kept. */
  from: number | null
  to: number | null
}

/** `origins`: of each piece of `writing`, in its order. */
export function passagesOf(writing: readonly Writing[], { origins, people }: Origins): Passage[] {
  const passages: Passage[] = []
  let block = -1
  for (const [index, piece] of writing.entries()) {
    const next = passageOf(piece, origins[index], people)
    const last = passages.at(-1)
    if (last !== undefined && last.author === next.author && last.isProposed === next.isProposed) {
      last.text += `${piece.block === block ? '' : '\n'}${next.text}`
      last.from = last.from === null || next.from === null ? null : Math.min(last.from, next.from)
      last.to = last.to === null || next.to === null ? (last.to ?? next.to) : Math.max(last.to, next.to)
    } else passages.push(next)
    block = piece.block
  }
  return passages
}

function passageOf(
  { client, clock, text, proposal }: Writing,
  origin: Origins['origins'][number] | undefined,
  people: Origins['people'],
): Passage {
  const id = `${client} ${clock}`
  const stranger = proposal === null ? null : foreignName(proposal.author)
  if (proposal !== null && stranger !== null) {
    return {
      id,
      author: proposal.author,
      name: stranger,
      color: strangerColor(proposal.author),
      text,
      isProposed: true,
      from: proposal.at,
      to: proposal.at,
    }
  }
  const author = origin?.person ?? null
  const person = people.find((each) => each.person === author)
  return {
    id,
    author,
    name: person?.name ?? '',
    color: person?.color ?? null,
    text,
    isProposed: proposal !== null,
    from: origin?.from ?? null,
    to: origin?.to ?? null,
  }
}
