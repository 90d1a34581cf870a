import type { Block } from '../../shared/schema/blocks'

/** As a table of Word can be: nothing is numbered in a cell, a cell is a header as a whole, none grows downwards out of its table. */
export function asWordHasIt(block: Block): Block {
  if (block.type !== 'table') return block
  return {
    type: 'table',
    rows: block.rows.map((row) =>
      row.map((cell) => ({ ...cell, rowspan: 1, paragraphs: cell.paragraphs.map(({ ordinal: _, ...paragraph }) => paragraph) })),
    ),
  }
}
