import { Node } from '@tiptap/core'

/** Flat on purpose: sections are read from the headings (shared/schema/blocks.ts). */
export const Document = Node.create({
  name: 'doc',
  topNode: true,
  content: 'block+',
})
