/** What belongs into a section, shown while nothing stands in it: from the template's outline, drawn and never in the text. */
import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { headingText } from '../../shared/outline/outline'
import type { TemplateOutline } from '../../shared/templates/template'

interface Hint {
  pos: number
  /** Size of the block that shows it. */
  size: number
  text: string
}

const key = new PluginKey<DecorationSet>('hints')

export const Hints = Extension.create<{ outline: TemplateOutline | undefined }>({
  name: 'hints',

  addProseMirrorPlugins() {
    const { outline } = this.options
    if (outline === undefined) return []
    const byHeading = new Map(
      outline.parts.flatMap((part) => [part, ...part.sections]).map(({ heading, hint }) => [headingText(heading), hint ?? '']),
    )
    const decorate = (doc: ProseMirrorNode) =>
      DecorationSet.create(
        doc,
        hintsFor(doc, byHeading, outline.prefaceHint ?? '').map(({ pos, size, text }) =>
          Decoration.node(pos, pos + size, { 'data-hint': text }),
        ),
      )
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => decorate(state.doc),
          apply: (tr, set) => (tr.docChanged ? decorate(tr.doc) : set),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

/** One pass over the blocks; only headings are read. */
function hintsFor(doc: ProseMirrorNode, byHeading: ReadonlyMap<string, string>, prefaceHint: string): Hint[] {
  const hints: Hint[] = []
  doc.forEach((block, pos, index) => {
    const next = index + 1 < doc.childCount ? doc.child(index + 1) : null
    const text = hintOf(block, next, byHeading, prefaceHint)
    if (text === '') return
    if (next !== null && isBlank(next)) hints.push({ pos: pos + block.nodeSize, size: next.nodeSize, text })
    else if (block.type.name === 'heading' && (next === null || endsSection(block, next))) {
      hints.push({ pos, size: block.nodeSize, text })
    }
  })
  return hints
}

function hintOf(
  block: ProseMirrorNode,
  next: ProseMirrorNode | null,
  byHeading: ReadonlyMap<string, string>,
  prefaceHint: string,
): string {
  if (block.type.name === 'heading') return byHeading.get(headingText(block.textContent)) ?? ''
  const endsFront = (block.type.name === 'title' || block.type.name === 'byline') && next !== null && isBlank(next)
  return endsFront ? prefaceHint : ''
}

function isBlank(block: ProseMirrorNode): boolean {
  return block.type.name === 'paragraph' && block.content.size === 0
}

function endsSection(heading: ProseMirrorNode, next: ProseMirrorNode): boolean {
  return next.type.name === 'heading' && Number(next.attrs.level) <= Number(heading.attrs.level)
}
