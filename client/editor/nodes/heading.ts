import { Node } from '@tiptap/core'
import { storedSwitch } from './stored'

const HEADING_LEVELS = [1, 2, 3, 4] as const

/** 一、 is h2 and so on down: the page's one h1 is the title. The number is drawn by editor.css. */
export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'text*',
  defining: true,

  addAttributes() {
    return {
      level: { default: 1, rendered: false },
      runIn: storedSwitch('runIn'),
      // 执笔人, set by the server alone; a part that is split off, pasted or dropped has none.
      drafter: { default: null, rendered: false, keepOnSplit: false, parseHTML: () => null },
    }
  },

  parseHTML() {
    return HEADING_LEVELS.map((level) => ({ tag: `h${level + 1}`, attrs: { level } }))
  },

  renderHTML({ node, HTMLAttributes }) {
    return [`h${Number(node.attrs.level) + 1}`, HTMLAttributes, 0]
  },
})
