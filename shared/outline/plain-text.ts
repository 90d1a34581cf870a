/** A material as people would type it: with the numbers, run-in headings and their paragraph on one line. Also what is counted. */
import type { Block, TableBlock } from '../schema/blocks'
import { textOf } from '../schema/blocks'
import { drawnNumbers } from './numbering'

/** One block a line, a table's row a line with tabs between the cells. */
export function plainText(blocks: readonly Block[]): string {
  const numbers = drawnNumbers(blocks)
  let text = ''
  blocks.forEach((block, index) => {
    const before = blocks[index - 1]
    const joins = block.type === 'paragraph' && before?.type === 'heading' && before.runIn === true
    if (index > 0 && !joins) text += '\n'
    text += block.type === 'table' ? tableText(block) : `${numbers[index] ?? ''}${textOf(block)}`
  })
  return text
}

function tableText(table: TableBlock): string {
  return table.rows.map((row) => row.map((cell) => cell.paragraphs.map(textOf).join(' ')).join('\t')).join('\n')
}
