/** Lights the text of one suggestion; and which suggestion stands at a place. */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { parseJoin, parseRetype } from '../../../shared/suggestions/proposal'
import { placesIn } from './cards-in'

export function litText(doc: ProseMirrorNode, id: string | null): DecorationSet {
  if (id === null) return DecorationSet.empty
  const decorations: Decoration[] = []
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return true
    for (const place of placesIn(block)) {
      if (place.id !== id) continue
      if (place.to > place.from) {
        decorations.push(Decoration.inline(pos + 1 + place.from, pos + 1 + place.to, { class: 'is-lit' }))
      } else decorations.push(Decoration.node(pos, pos + block.nodeSize, { class: 'is-lit-block' }))
    }
    return false
  })
  return DecorationSet.create(doc, decorations)
}

export function suggestionAt(doc: ProseMirrorNode, pos: number): string | null {
  const $pos = doc.resolve(pos)
  if (!$pos.parent.isTextblock) return null
  const at = $pos.parentOffset
  const touching = placesIn($pos.parent).filter(({ from, to }) => from < to && from <= at && at <= to)
  const inside = touching.find(({ from, to }) => from < at && at < to) ?? touching[0]
  if (inside !== undefined) return inside.id
  if (at > 0) return null
  return (parseJoin($pos.parent.attrs.join) ?? parseRetype($pos.parent.attrs.retype))?.id ?? null
}
