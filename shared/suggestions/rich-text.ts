/** A document as a file shows it: paragraphs of pieces, each with what is proposed for it. */
import type { Block, HeadingLevel, MarkName, ParagraphBlock, TextBlock } from '../schema/blocks'

/** Who proposed something, and when (Unix ms). */
export interface Revision {
  author: string
  at: number
  /** Which of the file's suggestions it is part of, where it comes from a file. */
  part?: number
}

export interface Piece {
  text: string
  marks: MarkName[]
  inserted?: Revision
  deleted?: Revision
  /** Bold, italic or underline is proposed to change: by whom, and what it was. */
  restyled?: { by: Revision; before: MarkName[] }
  /** Threads of comments about it. */
  threads?: string[]
}

export interface RichKind {
  type: TextBlock['type']
  level?: HeadingLevel
  runIn?: boolean
  ordinal?: boolean
  align?: 'center' | 'right'
}

export interface RichParagraph {
  kind: RichKind
  pieces: Piece[]
  /** Its end is proposed: a paragraph is split here. */
  endInserted?: Revision
  /** Its end is proposed to go: it is joined with the next. */
  endDeleted?: Revision
  /** It is proposed to be of `kind`; it was of this one. */
  retyped?: { by: Revision; before: RichKind }
}

export interface RichCell {
  header: boolean
  colspan: number
  rowspan: number
  paragraphs: RichParagraph[]
}

export type RichBlock = RichParagraph | { rows: RichCell[][] }

/** Blocks in which nothing is proposed. */
export function richOf(blocks: readonly Block[]): RichBlock[] {
  return blocks.map((block) =>
    block.type === 'table'
      ? { rows: block.rows.map((row) => row.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(paragraphOf) }))) }
      : paragraphOf(block),
  )
}

export function kindOfBlock(block: TextBlock): RichKind {
  const { type } = block
  if (type === 'heading') return { type, level: block.level, ...(block.runIn ? { runIn: true } : {}) }
  if (type !== 'paragraph') return { type }
  const { ordinal, align } = block
  return { type, ...(ordinal ? { ordinal } : {}), ...(align ? { align } : {}) }
}

function paragraphOf(block: TextBlock | ParagraphBlock): RichParagraph {
  return { kind: kindOfBlock(block), pieces: block.runs.map(({ text, marks }) => ({ text, marks: marks ?? [] })) }
}
