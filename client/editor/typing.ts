/** What typing does beyond putting characters in: numbers become headings, with and without an input method. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { convertTyped, typedNumber } from './typed-numbers'

export const Typing = Extension.create({
  name: 'typing',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleTextInput(view, from, _to, text, insert) {
            if (view.composing) return false
            const $from = view.state.doc.resolve(from)
            const before = $from.parent.textBetween(0, $from.parentOffset)
            if (typedNumber(before + text, before.length) === null) return false
            // First the text, so that undo gives back what was typed and not what it became.
            view.dispatch(insert().scrollIntoView())
            convertTyped(view, text.length)
            return true
          },
        },
      }),
    ]
  },
})
