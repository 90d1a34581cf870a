/** The place of a comment: set by the server alone, kept by every editor. It never comes from the clipboard, and text typed behind it is plain. */
import { Mark } from '@tiptap/core'

export const Comment = Mark.create({
  name: 'comment',
  excludes: '',
  inclusive: false,

  addAttributes() {
    return { thread: { default: null, rendered: false } }
  },

  renderHTML({ mark }) {
    return ['span', { 'data-thread': String(mark.attrs.thread) }, 0]
  },
})
