/** A proposal written on the shared document itself, as an editor in suggesting mode writes it. */
import type * as Y from 'yjs'
import type { PersonId } from '../ids'
import { rootOf } from '../schema/ydoc'
import { textBlocksIn, textOfBlock } from './block-edits'
import { overlappingKey } from './mark-key'

export interface Replacement {
  id: string
  author: PersonId
  /** Words of one block without marks; their first place in the document is meant. */
  words: string
  /** Empty: that they go. */
  becomes: string
}

/** Proposes, in the caller's transaction, that `words` become something else. @returns false if they stand nowhere. */
export function proposeReplacement(doc: Y.Doc, { id, author, words, becomes }: Replacement): boolean {
  const texts = textBlocksIn(rootOf(doc)).map(textOfBlock)
  const text = texts.find((each) => plainOf(each).includes(words))
  if (text === undefined) return false
  const at = plainOf(text).indexOf(words)
  const deletion = { id, author }
  const insertion = { id, author, kind: null }
  if (becomes !== '') text.insert(at + words.length, becomes, { [overlappingKey('insertion', insertion)]: insertion })
  text.format(at, words.length, { [overlappingKey('deletion', deletion)]: deletion })
  return true
}

function plainOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
}
