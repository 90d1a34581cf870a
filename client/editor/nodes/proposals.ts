/**
 * Suggestions as they stand in a document (shared/suggestions/proposal.ts). An editor that did not know them would delete the
 * text under them. They overlap and never come from the clipboard. Only an insertion goes on at its end, for what an input method
 * composes; an editor's own typing is plain text (`suggesting/plain-typing`).
 */
import { Extension, Mark } from '@tiptap/core'
import { parseJoin, parseRetype } from '../../../shared/suggestions/proposal'

/** In this order: the marks' keys in the shared document are hashes over it. */
function proposal(name: string, tag: 'ins' | 'del' | 'span', attributes: readonly string[]) {
  return Mark.create({
    name,
    excludes: '',
    inclusive: name === 'insertion',

    addAttributes() {
      return Object.fromEntries(attributes.map((attribute) => [attribute, { default: null, rendered: false }]))
    },

    renderHTML({ mark }) {
      const { id, author, kind } = mark.attrs
      const isBreak = typeof kind === 'string' ? { 'data-break': kind.slice('break:'.length) } : {}
      return [tag, { 'data-proposal': String(id), 'data-author': String(author), ...isBreak }, 0]
    },
  })
}

export const Insertion = proposal('insertion', 'ins', ['id', 'author', 'kind'])
export const Deletion = proposal('deletion', 'del', ['id', 'author'])
export const Change = proposal('change', 'span', ['id', 'author', 'mark', 'on'])

/** Nothing from the clipboard proposes. */
const UNPARSED = { default: null, keepOnSplit: false, parseHTML: () => null }

export const BlockProposals = Extension.create({
  name: 'blockProposals',

  addGlobalAttributes() {
    return [
      {
        types: ['title', 'byline', 'heading', 'paragraph', 'quote'],
        attributes: {
          join: {
            ...UNPARSED,
            renderHTML: ({ join }) => {
              const proposal = parseJoin(join)
              return proposal === null ? {} : { 'data-join-author': proposal.author }
            },
          },
          retype: {
            ...UNPARSED,
            renderHTML: ({ retype }) => {
              const proposal = parseRetype(retype)
              return proposal === null ? {} : { 'data-retype': proposal.kind, 'data-retype-author': proposal.author }
            },
          },
        },
      },
    ]
  },
})
