import { Node } from '@tiptap/core'
import { storedChoice, storedSwitch } from './stored'

/** The block everything falls back to: it must come first in its group, hence the priority. */
export const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'text*',

  addAttributes() {
    return { ordinal: storedSwitch('ordinal'), align: storedChoice('align', ['center', 'right']) }
  },

  parseHTML() {
    return [{ tag: 'p' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['p', HTMLAttributes, 0]
  },
})
