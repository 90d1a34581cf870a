/** What the recogniser reads: text with newlines, or paragraphs from a word processor with what their formatting says. */
import type { HeadingLevel, Run, TableBlock } from '../schema/blocks'

export interface SourceText {
  kind: 'text'
  runs: Run[]
  /** What the paragraph's style says it is. */
  hint?: 'title' | HeadingLevel
  align?: 'center' | 'right'
  /** The automatic number drawn before it, as text: "一、". */
  number?: string
}

export interface SourceTable {
  kind: 'table'
  table: TableBlock
}

export type SourceParagraph = SourceText | SourceTable
