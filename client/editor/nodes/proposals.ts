/**
 * Suggestions as they stand in a document (shared/suggestions/proposal.ts). An editor that did not know them would delete the
 * text under them. They overlap, never come from the clipboard, and what is typed behind one is plain text.
 */
import { Extension, Mark } from '@tiptap/core'

/** In this order: the marks' keys in the shared document are hashes over it. */
function proposal(name: string, tag: 'ins' | 'del' | 'span', attributes: readonly string[]) {
  return Mark.create({
    name,
    excludes: '',
    inclusive: false,

    addAttributes() {
      return Object.fromEntries(attributes.map((attribute) => [attribute, { default: null, rendered: false }]))
    },

    renderHTML({ mark }) {
      return [tag, { 'data-proposal': String(mark.attrs.id), 'data-author': String(mark.attrs.author) }, 0]
    },
  })
}

export const Insertion = proposal('insertion', 'ins', ['id', 'author', 'kind'])
export const Deletion = proposal('deletion', 'del', ['id', 'author'])
export const Change = proposal('change', 'span', ['id', 'author', 'mark', 'on'])

export const BlockProposals = Extension.create({
  name: 'blockProposals',

  addGlobalAttributes() {
    const attribute = { default: null, rendered: false, keepOnSplit: false }
    return [{ types: ['title', 'byline', 'heading', 'paragraph', 'quote'], attributes: { join: attribute, retype: attribute } }]
  },
})
