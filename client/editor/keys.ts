/** The keyboard of the text: every key this editor answers to, beside bold, italic, underline, undo and the tables'. */
import { Extension } from '@tiptap/core'
import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  joinBackward,
  joinForward,
  selectAll,
  selectNodeBackward,
  selectNodeForward,
} from '@tiptap/pm/commands'
import type { Command } from '@tiptap/pm/state'
import type { BlockKind } from '../../shared/suggestions/proposal'
import { backToParagraph, changeHeadingLevel, leaveEmptyBlock, setBlockKind, splitTextBlock } from './block-commands'

const BACKSPACE = chainCommands(deleteSelection, backToParagraph, joinBackward, selectNodeBackward)
const DELETE = chainCommands(deleteSelection, joinForward, selectNodeForward)
const ENTER = chainCommands(leaveEmptyBlock, createParagraphNear, splitTextBlock)

const COMMANDS: Record<string, Command> = {
  Enter: ENTER,
  'Shift-Enter': ENTER,
  Backspace: BACKSPACE,
  'Shift-Backspace': BACKSPACE,
  'Mod-Backspace': BACKSPACE,
  Delete: DELETE,
  'Mod-Delete': DELETE,
  'Mod-a': selectAll,
  Tab: changeHeadingLevel(1),
  'Shift-Tab': changeHeadingLevel(-1),
  ...kindKeys(['paragraph', 'heading1', 'heading2', 'heading3', 'heading4']),
}

function kindKeys(kinds: readonly BlockKind[]): Record<string, Command> {
  return Object.fromEntries(kinds.map((kind, digit) => [`Mod-Alt-${digit}`, setBlockKind(kind)]))
}

declare module '@tiptap/core' {
  interface EditorEvents {
    /** The keyboard asked for the find bar. */
    openFind: { mode: 'find' | 'replace' }
  }
}

export const Keys = Extension.create({
  name: 'keys',
  // Below the table's keys: there Tab goes to the next cell.
  priority: 50,

  addKeyboardShortcuts() {
    const { editor } = this
    const bound = Object.entries(COMMANDS).map(([key, command]) => [
      key,
      () => command(editor.view.state, editor.view.dispatch, editor.view),
    ])
    const openFind = (mode: 'find' | 'replace') => () => {
      editor.emit('openFind', { mode })
      return true
    }
    return { ...Object.fromEntries(bound), 'Mod-f': openFind('find'), 'Mod-h': openFind('replace') }
  },
})
