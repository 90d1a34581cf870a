/** The styles of our own .docx files: written by one module, recognised by another. */
import type { HeadingLevel } from '../../shared/schema/blocks'

export const STYLE = {
  title: 'DzTitle',
  byline: 'DzByline',
  body: 'DzBody',
  /** An item of a run-in list. */
  ordinal: 'DzOrdinal',
  quote: 'DzQuote',
  cell: 'DzCell',
  headerCell: 'DzHeaderCell',
  /** A drawn number before a heading that stands alone. */
  number: 'DzNumber',
  /** 一是、二是 */
  ordinalNumber: 'DzOrdinalNumber',
} as const

/** Word's own, so that its navigation and its table of contents know them. */
export function headingStyle(level: HeadingLevel): string {
  return `Heading${level}`
}

/** A heading at the start of its paragraph; `number`: its drawn number. */
export function runInStyle(level: HeadingLevel, number: boolean): string {
  return `DzRunIn${number ? 'Number' : ''}${level}`
}

/** What stands under these is drawn and no text. */
export const NUMBER_STYLES: ReadonlySet<string> = new Set([
  STYLE.number,
  STYLE.ordinalNumber,
  ...([1, 2, 3, 4] as const).map((level) => runInStyle(level, true)),
])

/**
 * Ids of revisions begin here, so many for each suggestion: by them the suggestions of a file that nobody has touched are told apart
 * again, also where one person made several in a second. Word and LibreOffice count anew from 0 when they save.
 */
export const FIRST_PART_ID = 100_000_000
export const REVISIONS_A_PART = 20_000
