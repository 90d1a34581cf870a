/**
 * Places in the text that survive other people's edits: Yjs relative positions in JSON form, as presence carries them.
 * A position whose text is gone falls to the seam; whoever follows falls back to the heading above.
 */
import type { EditorView } from '@tiptap/pm/view'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { ViewAnchor } from '../../shared/wire/awareness'

/** A relative position in JSON form; null while the view is not bound. */
export function anchorAt(view: EditorView, pos: number): unknown {
  const sync = ySyncPluginKey.getState(view.state)
  if (!sync?.binding) return null
  return Y.relativePositionToJSON(absolutePositionToRelativePosition(pos, sync.type, sync.binding.mapping))
}

/** As `anchorAt`, but tied to the character before it: whatever comes in at that very place stands behind it. Null where there is none. */
export function anchorBehind(view: EditorView, pos: number): unknown {
  const sync = ySyncPluginKey.getState(view.state)
  if (!sync?.binding) return null
  const ahead = absolutePositionToRelativePosition(pos, sync.type, sync.binding.mapping)
  const place = Y.createAbsolutePositionFromRelativePosition(ahead, sync.doc)
  if (place === null || place.index === 0) return null
  return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(place.type, place.index, -1))
}

/** Where `anchor` stands now; null if it is malformed or its text is gone from the document. */
export function posOf(view: EditorView, anchor: unknown): number | null {
  const pos = posIn(view, anchor)
  return pos === null ? null : Math.min(Math.max(pos, 0), view.state.doc.content.size)
}

/** `posOf` in the shared document, which may be ahead of what the editor shows. */
export function posIn(view: EditorView, anchor: unknown): number | null {
  const sync = ySyncPluginKey.getState(view.state)
  if (!sync?.binding || typeof anchor !== 'object' || anchor === null) return null
  const relative = readAnchor(anchor)
  return relative === null ? null : relativePositionToAbsolutePosition(sync.doc, sync.type, relative, sync.binding.mapping)
}

/** Another page wrote it: what it holds is not trusted to be a position. */
function readAnchor(anchor: object): Y.RelativePosition | null {
  try {
    return Y.createRelativePositionFromJSON(anchor)
  } catch {
    return null
  }
}

export interface ScrollOptions {
  /** Where in the window the place is put. */
  block?: 'start' | 'center'
  behavior?: ScrollBehavior
}

/** Brings the line at `pos` into the middle (or to the top) of `scroller`. */
export function scrollToPos(view: EditorView, scroller: Element, pos: number, options: ScrollOptions = {}): void {
  const line = view.coordsAtPos(Math.min(Math.max(pos, 0), view.state.doc.content.size))
  const window = scroller.getBoundingClientRect()
  const margin = options.block === 'start' ? START_MARGIN_PX : (window.height - (line.bottom - line.top)) / 2
  scroller.scrollTo({ top: scroller.scrollTop + line.top - window.top - margin, behavior: options.behavior ?? 'smooth' })
}

const START_MARGIN_PX = 24

/**
 * The line at the top of `scroller`'s window, for whoever follows this page. A line and not a block: in a window of another
 * width the same paragraph is of another height.
 */
export function viewAnchor(view: EditorView, scroller: Element): ViewAnchor | null {
  const { top } = scroller.getBoundingClientRect()
  const block = firstBelow(view.dom.children, top)
  if (block === undefined) return null
  const { left, top: blockTop } = block.getBoundingClientRect()
  const cut = blockTop < top ? view.posAtCoords({ left: left + 1, top: top + 1 }) : null
  const pos = cut?.pos ?? view.posAtDOM(block, 0)
  const at = anchorAt(view, pos)
  return at === null ? null : { at, offset: view.coordsAtPos(pos).top - top }
}

/** Blocks stand below one another: halving finds the first that reaches below `top` without measuring them all. */
function firstBelow(blocks: HTMLCollection, top: number): Element | undefined {
  let from = 0
  let to = blocks.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((blocks[middle] as Element).getBoundingClientRect().bottom > top) to = middle
    else from = middle + 1
  }
  return blocks[from]
}

/** Puts the line of `anchor` where it stood in the other window. False if its text is gone. */
export function scrollToAnchor(
  view: EditorView,
  scroller: Element,
  anchor: ViewAnchor,
  behavior: ScrollBehavior = 'smooth',
): boolean {
  const pos = posOf(view, anchor.at)
  if (pos === null) return false
  const top = view.coordsAtPos(pos).top - scroller.getBoundingClientRect().top
  scroller.scrollTo({ top: scroller.scrollTop + top - anchor.offset, behavior })
  return true
}
