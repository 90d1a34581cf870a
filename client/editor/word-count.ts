/** 字数 as word processors count it: each Chinese character and full-width mark is one, each run of other letters or digits is one. */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

const COUNTED = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·]+/gu
/** Ideographic space is in the range of full-width marks but is no mark. */
const IDEOGRAPHIC_SPACE = /\u3000/g

export function countText(text: string): number {
  return text.replace(IDEOGRAPHIC_SPACE, ' ').match(COUNTED)?.length ?? 0
}

/** Nodes are immutable: a block is counted once, however often the document is asked. */
const counted = new WeakMap<ProseMirrorNode, number>()

export function countNode(block: ProseMirrorNode): number {
  const known = counted.get(block)
  if (known !== undefined) return known
  const count = block.isTextblock ? countText(block.textContent) : countChildren(block)
  counted.set(block, count)
  return count
}

function countChildren(node: ProseMirrorNode): number {
  let count = 0
  node.forEach((child) => {
    count += countNode(child)
  })
  return count
}
