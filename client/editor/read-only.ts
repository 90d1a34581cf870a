/** Read-only is not a matter of the keyboard alone: no command, drop or plugin may change what a reader has open. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

export const ReadOnly = Extension.create({
  name: 'readOnly',

  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        filterTransaction: (transaction) =>
          editor.isEditable || !transaction.docChanged || transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true,
      }),
    ]
  },
})
