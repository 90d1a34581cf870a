/** Splitting, joining and turning text blocks on the shared document itself, keeping every mark. */
import * as Y from 'yjs'
import type { BlockKind } from './proposal'

type Delta = { insert: string; attributes?: Record<string, unknown> }[]

const TEXT_BLOCKS: readonly string[] = ['title', 'byline', 'heading', 'paragraph', 'quote']

export function isTextBlock(node: unknown): node is Y.XmlElement {
  return node instanceof Y.XmlElement && TEXT_BLOCKS.includes(node.nodeName)
}

/** Every text block under `parent`, cells of tables included, in order. */
export function textBlocksIn(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    return isTextBlock(child) ? [child] : textBlocksIn(child)
  })
}

export function textsOf(block: Y.XmlElement): Y.XmlText[] {
  return block.toArray().filter((child): child is Y.XmlText => child instanceof Y.XmlText)
}

/** The block's one text; made if it has none. */
export function textOfBlock(block: Y.XmlElement): Y.XmlText {
  const [text] = textsOf(block)
  if (text !== undefined) return text
  const made = new Y.XmlText()
  block.insert(0, [made])
  return made
}

function nodeFor(kind: BlockKind): { name: string; attributes: Record<string, unknown> } {
  if (kind === 'ordinal') return { name: 'paragraph', attributes: { ordinal: true } }
  if (kind.startsWith('heading')) return { name: 'heading', attributes: { level: Number(kind.slice(-1)) } }
  return { name: kind, attributes: {} }
}

export function kindOf(block: Y.XmlElement): BlockKind {
  if (block.nodeName === 'heading') return `heading${Number(attribute(block, 'level') ?? 1)}` as BlockKind
  if (block.nodeName === 'paragraph') return attribute(block, 'ordinal') === true ? 'ordinal' : 'paragraph'
  return block.nodeName as BlockKind
}

function attribute(block: Y.XmlElement, name: string): unknown {
  return block.getAttribute(name)
}

/** Yjs types attributes as strings but stores any value. */
function setAttribute(block: Y.XmlElement, name: string, value: unknown): void {
  block.setAttribute(name, value as string)
}

function indexIn(block: Y.XmlElement): { parent: Y.XmlFragment; index: number } {
  const parent = block.parent as Y.XmlFragment
  return { parent, index: parent.toArray().indexOf(block) }
}

function elementOf(name: string, attributes: Record<string, unknown>, delta: Delta): Y.XmlElement {
  const element = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value)
  if (delta.length > 0) {
    const text = new Y.XmlText()
    text.applyDelta(delta)
    element.insert(0, [text])
  }
  return element
}

function deltaOf(block: Y.XmlElement): Delta {
  return textsOf(block).flatMap((text) => text.toDelta() as Delta)
}

/** Splits `block` at `offset` of `text`; what follows becomes a block of `kind`. @returns the new block. */
export function splitBlock(block: Y.XmlElement, text: Y.XmlText, offset: number, kind: BlockKind): Y.XmlElement {
  const texts = textsOf(block)
  const later = texts.slice(texts.indexOf(text) + 1)
  const tail = [...deltaFrom(text, offset), ...later.flatMap((one) => one.toDelta() as Delta)]
  text.delete(offset, text.length - offset)
  for (const one of later) one.delete(0, one.length)
  const { parent, index } = indexIn(block)
  const { name, attributes } = nodeFor(kind)
  const made = elementOf(name, attributes, tail)
  parent.insert(index + 1, [made])
  return made
}

function deltaFrom(text: Y.XmlText, offset: number): Delta {
  const parts: Delta = []
  let at = 0
  for (const part of text.toDelta() as Delta) {
    const end = at + part.insert.length
    if (end > offset) parts.push({ ...part, insert: part.insert.slice(Math.max(0, offset - at)) })
    at = end
  }
  return parts
}

/** Joins `block` to the text block before it. @returns where the seam is, or null where no text block stands before. */
export function joinToPrevious(block: Y.XmlElement): { text: Y.XmlText; offset: number } | null {
  const { parent, index } = indexIn(block)
  const previous = index > 0 ? parent.get(index - 1) : undefined
  if (!isTextBlock(previous)) return null
  const text = textsOf(previous).at(-1) ?? textOfBlock(previous)
  const offset = text.length
  const delta = deltaOf(block)
  if (delta.length > 0) text.applyDelta([...(offset > 0 ? [{ retain: offset }] : []), ...delta])
  parent.delete(index, 1)
  return { text, offset }
}

/** Turns `block` into `kind`. @returns the block that stands there now: Yjs cannot rename an element, only its attributes. */
export function retypeBlock(block: Y.XmlElement, kind: BlockKind): Y.XmlElement {
  const { name, attributes } = nodeFor(kind)
  if (name === block.nodeName) {
    for (const key of ['level', 'ordinal', 'runIn']) if (!(key in attributes)) block.removeAttribute(key)
    for (const [key, value] of Object.entries(attributes)) setAttribute(block, key, value)
    return block
  }
  const { parent, index } = indexIn(block)
  const join: unknown = attribute(block, 'join')
  const made = elementOf(name, { ...attributes, ...(join === undefined ? {} : { join }) }, deltaOf(block))
  parent.delete(index, 1)
  parent.insert(index, [made])
  return made
}
