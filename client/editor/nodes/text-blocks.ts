import { Node } from '@tiptap/core'

export const Title = Node.create({
  name: 'title',
  group: 'block',
  content: 'text*',
  defining: true,

  parseHTML() {
    return [{ tag: 'h1' }]
  },

  renderHTML() {
    return ['h1', 0]
  },
})

/** Name and post under the title of a personal material. */
export const Byline = Node.create({
  name: 'byline',
  group: 'block',
  content: 'text*',
  defining: true,

  parseHTML() {
    return [{ tag: 'p[data-byline]', priority: 60 }]
  },

  renderHTML() {
    return ['p', { 'data-byline': '' }, 0]
  },
})

export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'text*',
  defining: true,

  parseHTML() {
    return [{ tag: 'blockquote' }]
  },

  renderHTML() {
    return ['blockquote', 0]
  },
})
