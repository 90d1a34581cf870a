/**
 * Whose section a block stands in (执笔人). A heading may bear the attribute `drafter`; it holds for everything under that heading,
 * until a heading below it says otherwise. Only the server sets it.
 */
import * as Y from 'yjs'
import type { PersonId } from '../ids'

export type Visible = (item: Y.Item) => boolean

const isLiving: Visible = (item) => !item.deleted

/** The block of the list at the top of the document in which `block` stands (itself, or the table around it). */
function topBlockOf(block: Y.XmlElement): Y.XmlElement {
  let top = block
  while (top.parent instanceof Y.XmlElement) top = top.parent
  return top
}

/** The drafter of the section in which `block` stands, in the document as `visible` sees it. */
export function drafterOf(block: Y.XmlElement, visible: Visible = isLiving): PersonId | null {
  let level = Number.POSITIVE_INFINITY
  for (let item = topBlockOf(block)._item; item !== null; item = item.left) {
    if (!visible(item) || !(item.content instanceof Y.ContentType)) continue
    const heading = item.content.type
    if (!(heading instanceof Y.XmlElement) || heading.nodeName !== 'heading') continue
    const own = Number(attributeUnder(heading, 'level', visible) ?? 1)
    if (own >= level) continue
    level = own
    const drafter = attributeUnder(heading, 'drafter', visible)
    if (typeof drafter === 'string' && drafter !== '') return drafter as PersonId
  }
  return null
}

/** What an attribute says in the document as `visible` sees it; null: nothing. */
export function attributeUnder(block: Y.XmlElement, key: string, visible: Visible): unknown {
  for (let item = block._map.get(key) ?? null; item !== null; item = item.left) {
    if (visible(item)) return item.content.getContent()[0] ?? null
  }
  return null
}
