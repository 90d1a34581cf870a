/**
 * Of equal neighbours (two empty paragraphs) a difference may take the one for new that stands there already. The binding knows
 * blocks by identity: no node may stand in a document twice.
 */
import { Fragment, type Node as ProseMirrorNode, Slice } from '@tiptap/pm/model'

/** `slice` as it may replace `from`…`to` in `doc`. */
export function withoutTwins(slice: Slice, doc: ProseMirrorNode, { from, to }: { from: number; to: number }): Slice {
  const staying = new Set<ProseMirrorNode>()
  doc.forEach((block, pos) => {
    if (pos + block.nodeSize <= from || pos >= to) staying.add(block)
  })
  const blocks = slice.content.content.map((block) => (staying.has(block) ? twinOf(block) : block))
  return new Slice(Fragment.from(blocks), slice.openStart, slice.openEnd)
}

function twinOf({ type, attrs, content, marks }: ProseMirrorNode): ProseMirrorNode {
  return type.create(attrs, content, marks)
}
