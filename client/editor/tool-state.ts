/** What the toolbar shows of an editor; small, and compared before anything is drawn again. */
import type { Editor } from '@tiptap/core'
import { isInTable } from '@tiptap/pm/tables'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { MARKS, type MarkName } from '../../shared/schema/blocks'
import type { BlockKind } from '../../shared/suggestions/proposal'
import { shownKindOf } from './block-commands'

export interface ToolState {
  canUndo: boolean
  canRedo: boolean
  /** Null in a table, where blocks have no kind. */
  kind: BlockKind | null
  marks: MarkName[]
  isInTable: boolean
}

export const NO_TOOLS: ToolState = { canUndo: false, canRedo: false, kind: null, marks: [], isInTable: false }

export function toolStateOf(editor: Editor): ToolState {
  if (editor.isDestroyed) return NO_TOOLS
  const { state } = editor
  const undoManager = yUndoPluginKey.getState(state)?.undoManager
  const { $from } = state.selection
  return {
    canUndo: undoManager?.undoStack.length > 0,
    canRedo: undoManager?.redoStack.length > 0,
    kind: $from.depth === 1 ? shownKindOf(state, $from.parent) : null,
    marks: MARKS.filter((mark) => editor.isActive(mark)),
    isInTable: isInTable(state),
  }
}
