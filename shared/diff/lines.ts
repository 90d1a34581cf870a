/** A text as lines to compare: one a block, one a table's row, each with its drawn number and, where it is known, who wrote each word. */
import type { PersonId } from '../ids'
import { Numbering, headingNumber, ordinalNumber } from '../outline/numbering'
import type { Block, MarkName, ParagraphBlock, TextBlock } from '../schema/blocks'

export const LINE_KINDS = [
  'title',
  'byline',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'paragraph',
  'ordinal',
  'quote',
  'row',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** Words of one author under the same marks. */
export interface Words {
  text: string
  marks: MarkName[]
  /** Null: not known, or written by the program (a template). */
  author: PersonId | null
}

export interface Line {
  kind: LineKind
  /** 一、（一）… as drawn before it; '' where there is none. */
  number: string
  /** What else it is told apart by (alignment, run-in, a row's cells); not for people. */
  detail: string
  /** In a row with a tab between the cells. */
  words: Words[]
}

/** `wordsOf` is asked once a text block, in the order of the text, cells included. */
export function linesOf(blocks: readonly Block[], wordsOf: (block: TextBlock) => Words[] = plainWords): Line[] {
  const numbering = new Numbering()
  return blocks.flatMap((block): Line[] => {
    if (block.type !== 'table') {
      return [{ kind: kindOf(block), number: numberOf(block, numbering), detail: detailOf(block), words: wordsOf(block) }]
    }
    return block.rows.map((cells) => ({
      kind: 'row' as const,
      number: '',
      detail: JSON.stringify(
        cells.map(({ header, colspan, rowspan, paragraphs }) => [header, colspan, rowspan, ...paragraphs.map(detailOf)]),
      ),
      words: cells.flatMap((cell, column) => [
        ...(column === 0 ? [] : [separator('\t')]),
        ...cell.paragraphs.flatMap((paragraph: ParagraphBlock, index) => [
          ...(index === 0 ? [] : [separator(' ')]),
          ...wordsOf(paragraph),
        ]),
      ]),
    }))
  })
}

export function textOfLine(line: Line): string {
  return line.words.map(({ text }) => text).join('')
}

function plainWords(block: TextBlock): Words[] {
  return block.runs.map(({ text, marks }) => ({ text, marks: marks ?? [], author: null }))
}

function separator(text: string): Words {
  return { text, marks: [], author: null }
}

function kindOf(block: TextBlock): LineKind {
  if (block.type === 'heading') return `heading${block.level}`
  if (block.type === 'paragraph' && block.ordinal) return 'ordinal'
  return block.type
}

function numberOf(block: TextBlock, numbering: Numbering): string {
  if (block.type === 'heading') return headingNumber(block.level, numbering.heading(block.level))
  if (block.type === 'paragraph' && block.ordinal) return ordinalNumber(numbering.ordinal())
  return ''
}

function detailOf(block: TextBlock): string {
  if (block.type === 'heading') return block.runIn ? 'runIn' : ''
  return block.type === 'paragraph' ? (block.align ?? '') : ''
}
