/** Where a stretch of text stands on the screen, one rectangle a line. */
import type { EditorView } from '@tiptap/pm/view'

export interface LineRect {
  left: number
  right: number
  top: number
  bottom: number
}

/** More lines than any screen shows: selecting everything must not draw a thousand. */
const MOST_LINES = 200

export function linesOf(view: EditorView, from: number, to: number): LineRect[] {
  if (from >= to) return []
  const lines: LineRect[] = []
  view.state.doc.nodesBetween(from, to, (block, pos) => {
    if (!block.isTextblock) return true
    const start = Math.max(from, pos + 1)
    const end = Math.min(to, pos + 1 + block.content.size)
    if (start < end && lines.length < MOST_LINES) lines.push(...linesInBlock(view, start, end))
    return false
  })
  return lines
}

function linesInBlock(view: EditorView, from: number, to: number): LineRect[] {
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  const lines: LineRect[] = []
  for (const { left, right, top, bottom } of range.getClientRects()) {
    const line = lines.at(-1)
    const isSameLine = line !== undefined && top < line.bottom && bottom > line.top
    if (!isSameLine) lines.push({ left, right, top, bottom })
    else {
      line.left = Math.min(line.left, left)
      line.right = Math.max(line.right, right)
      line.top = Math.min(line.top, top)
      line.bottom = Math.max(line.bottom, bottom)
    }
  }
  return lines
}
