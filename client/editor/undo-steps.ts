/**
 * What one step of undo takes back. Yjs puts everything within half a second into one; whoever puts the caret elsewhere meanwhile
 * has begun something else, and undoing that must leave what was before.
 */
import { Extension } from '@tiptap/core'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import { COMPOSITION_SETTLED } from './changed-blocks'

export const UndoSteps = Extension.create({
  name: 'undoSteps',

  onSelectionUpdate({ transaction }) {
    const { editor } = this
    const isPlaced = transaction.selectionSet && !transaction.docChanged && transaction.getMeta(ySyncPluginKey) === undefined
    if (!isPlaced || editor.view.composing || transaction.getMeta(COMPOSITION_SETTLED) === true) return
    const undo: { undoManager?: { stopCapturing(): void } } | undefined = yUndoPluginKey.getState(editor.state)
    undo?.undoManager?.stopCapturing()
  },
})
