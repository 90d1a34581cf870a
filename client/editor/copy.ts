/**
 * Numbers are drawn and stand in no text, so copying writes them out: in plain text, and in HTML as elements that a word
 * processor shows and this editor's own paste leaves out again.
 */
import { Extension } from '@tiptap/core'
import { DOMSerializer, type Fragment, type Node as ProseMirrorNode, type Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { headingNumber, Numbering, ordinalNumber } from '../../shared/outline/numbering'
import type { HeadingLevel } from '../../shared/schema/blocks'

type Numbers = ReadonlyMap<ProseMirrorNode, string>

export const Copy = Extension.create({
  name: 'copy',

  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          transformPastedHTML: withoutDrawnNumbers,
          clipboardTextSerializer: (slice, view) => textOfSlice(slice, numbersOf(view.state.doc)),
          clipboardSerializer: new NumberedSerializer(DOMSerializer.fromSchema(editor.schema), () => numbersOf(editor.state.doc)),
        },
      }),
    ]
  },
})

function withoutDrawnNumbers(html: string): string {
  return html.replace(/<span data-drawn=""[^>]*>[^<]*<\/span>/g, '')
}

/** The number of each block that has one. A block that is copied in part is another node and gets none. */
function numbersOf(doc: ProseMirrorNode): Numbers {
  const numbering = new Numbering()
  const numbers = new Map<ProseMirrorNode, string>()
  doc.forEach((block) => {
    if (block.type.name === 'heading') {
      const level = Number(block.attrs.level) as HeadingLevel
      numbers.set(block, headingNumber(level, numbering.heading(level)))
    } else if (block.attrs.ordinal === true) numbers.set(block, ordinalNumber(numbering.ordinal()))
  })
  return numbers
}

/** One block a line, as `plainText` of shared/outline writes a whole material. */
function textOfSlice(slice: Slice, numbers: Numbers): string {
  let text = ''
  let before: ProseMirrorNode | null = null
  slice.content.forEach((block, _offset, index) => {
    const joins = block.type.name === 'paragraph' && before?.attrs.runIn === true
    if (index > 0 && !joins) text += '\n'
    text += `${numbers.get(block) ?? ''}${block.type.name === 'table' ? textOfTable(block) : textOfBlock(block)}`
    before = block
  })
  return text
}

function textOfBlock(block: ProseMirrorNode): string {
  return block.textBetween(0, block.content.size, '\n')
}

function textOfTable(table: ProseMirrorNode): string {
  return childrenOf(table)
    .map((row) =>
      childrenOf(row)
        .map((cell) => cell.textBetween(0, cell.content.size, ' '))
        .join('\t'),
    )
    .join('\n')
}

function childrenOf(node: ProseMirrorNode): ProseMirrorNode[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index))
}

class NumberedSerializer extends DOMSerializer {
  constructor(
    base: DOMSerializer,
    private readonly numbers: () => Numbers,
  ) {
    super(base.nodes, base.marks)
  }

  override serializeFragment(fragment: Fragment, options?: { document?: Document }, target?: HTMLElement | DocumentFragment) {
    const result = super.serializeFragment(fragment, options, target)
    const numbers = this.numbers()
    fragment.forEach((block, _offset, index) => {
      const number = numbers.get(block)
      const element = result.childNodes[index]
      if (number === undefined || !(element instanceof HTMLElement)) return
      const drawn = (options?.document ?? document).createElement('span')
      drawn.dataset.drawn = ''
      drawn.textContent = number
      element.prepend(drawn)
    })
    return result
  }
}
