/** Blanks left to be filled in (`**`, XX, *月*日) stand out until they are. */
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, type DecorationSet } from '@tiptap/pm/view'
import { placeholdersIn } from '../../shared/outline/placeholders'
import { followChange, type MarkedIn, markedIn } from './changed-blocks'

const key = new PluginKey<DecorationSet>('placeholders')

const mark: MarkedIn = (block, pos) =>
  placeholdersIn(block.textContent).map(({ at, text }) =>
    Decoration.inline(pos + 1 + at, pos + 1 + at + text.length, { class: 'placeholder' }),
  )

export const Placeholders = Extension.create({
  name: 'placeholders',

  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => markedIn(state.doc, mark),
          apply: (tr, set) => followChange(set, tr, mark),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})
