/** The colour of somebody who wrote in a file: of the same palette as the members', always the same for the same name. */
import { foreignName } from '../../shared/model/foreign-author'
import { PERSON_COLORS } from '../../shared/wire/awareness'

/** Null: a person of ours, who has a colour of their own. */
export function strangerColor(author: string): number | null {
  const name = foreignName(author)
  if (name === null) return null
  let hash = 0
  for (const character of name) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  // The low bits of neighbouring characters are much alike.
  return (hash ^ (hash >>> 7)) % PERSON_COLORS
}
