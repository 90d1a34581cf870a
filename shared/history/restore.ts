/** A document made to say again what it said once, as a new change: what stands as it stood is left alone, with its authors and everybody's cursors. */
import * as Y from 'yjs'
import { diffSequences } from '../diff/sequences'
import { rootOf } from '../schema/ydoc'

/** Changes `doc` inside the caller's transaction; proposals and the places of comments come back with the words. */
export function restoreInto(doc: Y.Doc, state: Uint8Array): void {
  const wanted = new Y.Doc()
  Y.applyUpdate(wanted, state)
  const root = rootOf(doc)
  const blocks = rootOf(wanted).toArray()
  const stretches = diffSequences(root.toArray().map(formOf), blocks.map(formOf))
  // From the back to the front, so that the places of those still to come stay valid.
  for (const { op, from, to, length } of stretches.reverse()) {
    if (op === 'delete') root.delete(from, length)
    if (op === 'insert') {
      root.insert(
        from,
        blocks.slice(to, to + length).flatMap((block) => copyOf(block) ?? []),
      )
    }
  }
  wanted.destroy()
}

function attributesOf(element: Y.XmlElement): [string, unknown][] {
  return Object.entries(element.getAttributes() as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** All that can be seen of it, as one string. */
function formOf(node: unknown): string {
  if (node instanceof Y.XmlText) return JSON.stringify(node.toDelta())
  if (!(node instanceof Y.XmlElement)) return ''
  return JSON.stringify([node.nodeName, attributesOf(node), node.toArray().map(formOf)])
}

function copyOf(node: unknown): Y.XmlElement | Y.XmlText | null {
  if (node instanceof Y.XmlText) {
    const text = new Y.XmlText()
    text.applyDelta(node.toDelta())
    return text
  }
  if (!(node instanceof Y.XmlElement)) return null
  const element = new Y.XmlElement(node.nodeName)
  for (const [name, value] of attributesOf(node)) element.setAttribute(name, value as string)
  element.insert(
    0,
    node.toArray().flatMap((child) => copyOf(child) ?? []),
  )
  return element
}
