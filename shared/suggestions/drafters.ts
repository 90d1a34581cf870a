/** Naming the drafter of a section, and asking who drafts where suggestions stand. */
import type * as Y from 'yjs'
import type { PersonId } from '../ids'
import { rootOf } from '../schema/ydoc'
import { textBlocksIn, textsOf } from './block-edits'
import { drafterOf } from './drafted'
import { parseJoin, parseRetype } from './proposal'

/** `heading`: `client:clock` of its element. @returns false: there is no such heading (any more). */
export function assignDrafter(doc: Y.Doc, heading: string, person: PersonId | null): boolean {
  const block = textBlocksIn(rootOf(doc)).find(
    ({ _item: item }) => item !== null && `${item.id.client}:${item.id.clock}` === heading,
  )
  if (block?.nodeName !== 'heading') return false
  if (person === null) block.removeAttribute('drafter')
  else block.setAttribute('drafter', person)
  return true
}

/** Whether any of the suggestions stands in a section that somebody else than `person` drafts. */
export function isElsewhereDrafted(doc: Y.Doc, ids: ReadonlySet<string>, person: PersonId): boolean {
  return textBlocksIn(rootOf(doc)).some((block) => {
    if (!holdsAny(block, ids)) return false
    const drafter = drafterOf(block)
    return drafter !== null && drafter !== person
  })
}

function holdsAny(block: Y.XmlElement, ids: ReadonlySet<string>): boolean {
  const join = parseJoin(block.getAttribute('join'))
  const retype = parseRetype(block.getAttribute('retype'))
  if ((join && ids.has(join.id)) || (retype && ids.has(retype.id))) return true
  return textsOf(block).some((text) =>
    (text.toDelta() as { attributes?: Record<string, { id?: unknown } | undefined> }[]).some((part) =>
      Object.values(part.attributes ?? {}).some((attrs) => typeof attrs?.id === 'string' && ids.has(attrs.id)),
    ),
  )
}
