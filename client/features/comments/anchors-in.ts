/** Where comments stand in the editor's text: under marks with the thread's id, or at the suggestion they are about. */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { parseJoin, parseRetype } from '../../../shared/suggestions/proposal'

export interface Anchor {
  from: number
  to: number
}

/** By thread's or suggestion's id, in the order of the text. A thread in several pieces reaches from the first to the last. */
export function anchorsIn(doc: ProseMirrorNode): Map<string, Anchor> {
  const found = new Map<string, Anchor>()
  const add = (id: unknown, from: number, to: number) => {
    if (typeof id !== 'string') return
    const anchor = found.get(id)
    if (anchor === undefined) found.set(id, { from, to })
    else anchor.to = Math.max(anchor.to, to)
  }
  doc.descendants((node, pos) => {
    for (const { attrs } of node.marks) {
      add(attrs.thread, pos, pos + node.nodeSize)
      add(attrs.id, pos, pos + node.nodeSize)
    }
    if (node.isTextblock) {
      add(parseJoin(node.attrs.join)?.id, pos, pos + 1)
      add(parseRetype(node.attrs.retype)?.id, pos, pos + 1)
    }
  })
  return found
}
