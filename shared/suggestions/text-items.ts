/**
 * The text of a block, item by item, under any rule of visibility. Reading items and not deltas lets one walk see a block as it
 * was before a transaction and as it is after, at the price of the block.
 */
import * as Y from 'yjs'

export type Attributes = Readonly<Record<string, unknown>>

export interface TextPart {
  text: string
  attributes: Attributes
  /** The item that set each attribute: marks lie over stretches, and text typed in a stretch gets them without naming them. */
  setBy: Readonly<Record<string, Y.Item>>
  item: Y.Item
  owner: Y.XmlText
  /** Index in `owner` among the text that is visible under the same rule. */
  at: number
}

/** What stands in a text block besides text under marks; such a thing is none of the editor's. */
export class ForeignContent extends Error {}

/** The text parts of `block` that `visible` admits, in order. @throws {ForeignContent} */
export function textParts(block: Y.XmlElement, visible: (item: Y.Item) => boolean): TextPart[] {
  const parts: TextPart[] = []
  for (let child = block._start; child !== null; child = child.right) {
    if (!visible(child)) continue
    if (!(child.content instanceof Y.ContentType) || !(child.content.type instanceof Y.XmlText)) throw new ForeignContent('child')
    collect(child.content.type, visible, parts)
  }
  return parts
}

function collect(text: Y.XmlText, visible: (item: Y.Item) => boolean, parts: TextPart[]): void {
  let attributes: Attributes = {}
  let setBy: Readonly<Record<string, Y.Item>> = {}
  let at = 0
  for (let item = text._start; item !== null; item = item.right) {
    if (!visible(item)) continue
    const { content } = item
    if (content instanceof Y.ContentString) {
      parts.push({ text: content.str, attributes, setBy, item, owner: text, at })
      at += content.str.length
    } else if (content instanceof Y.ContentFormat) {
      attributes = withFormat(attributes, content.key, content.value)
      setBy = { ...setBy, [content.key]: item }
    } else throw new ForeignContent('embed')
  }
}

function withFormat(attributes: Attributes, key: string, value: unknown): Attributes {
  const { [key]: _, ...others } = attributes
  return value === null ? others : { ...others, [key]: value }
}
