/**
 * A material as plain data: a flat list of text blocks and tables. Import, export, templates, checks and the outline work on
 * this; `ydoc.ts` turns it into the shared document and back; the editor's nodes carry the same names and attributes.
 *
 * Blocks are flat on purpose: sections are read from the headings (see `outline`), so that moving, splitting and joining
 * stay operations on text. Numbers (一、（一）1.（1） and 一是) are never part of the text: they are drawn from the order.
 */
export const MARKS = ['bold', 'italic', 'underline'] as const
export type MarkName = (typeof MARKS)[number]

/** A stretch of text under the same marks, in `MARKS` order; never empty. */
export interface Run {
  text: string
  marks?: MarkName[]
}

export type HeadingLevel = 1 | 2 | 3 | 4

export interface TitleBlock {
  type: 'title'
  runs: Run[]
}

/** Name and post under the title of a personal material. */
export interface BylineBlock {
  type: 'byline'
  runs: Run[]
}

/** `runIn`: it stood at the start of its paragraph ("（一）要点。正文…"); print and export set it there again. Its text keeps the final 。 */
export interface HeadingBlock {
  type: 'heading'
  level: HeadingLevel
  runIn?: boolean
  runs: Run[]
}

/** `ordinal`: an item of a run-in list, its 一是、二是… is drawn; counting starts anew under each heading. */
export interface ParagraphBlock {
  type: 'paragraph'
  ordinal?: boolean
  align?: 'center' | 'right'
  runs: Run[]
}

export interface QuoteBlock {
  type: 'quote'
  runs: Run[]
}

export interface TableCell {
  header: boolean
  colspan: number
  rowspan: number
  paragraphs: ParagraphBlock[]
}

export interface TableBlock {
  type: 'table'
  rows: TableCell[][]
}

export type TextBlock = TitleBlock | BylineBlock | HeadingBlock | ParagraphBlock | QuoteBlock
export type Block = TextBlock | TableBlock

export function textOf(block: { runs: Run[] }): string {
  return block.runs.map((run) => run.text).join('')
}

/** Runs for plain text: none for the empty string. */
export function plain(text: string): Run[] {
  return text === '' ? [] : [{ text }]
}
