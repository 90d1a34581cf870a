/** Which part of the presented text is being read out: the speaker's paragraph with the heading right above it. */
import { drawnNumbers } from '../../../../shared/outline/numbering'
import { type Block, textOf } from '../../../../shared/schema/blocks'

export interface Lit {
  from: number
  /** The last block, included. */
  to: number
}

const isHeading = (block: Block | undefined) => block?.type === 'heading'

export function litAround(blocks: readonly Block[], at: number): Lit | null {
  const block = blocks[at]
  if (block === undefined) return null
  if (!isHeading(block)) return { from: isHeading(blocks[at - 1]) ? at - 1 : at, to: at }
  const next = blocks[at + 1]
  return { from: at, to: next === undefined || isHeading(next) ? at : at + 1 }
}

/** Where the next or previous part begins; null: there is none. */
export function partBeside(blocks: readonly Block[], at: number | null, direction: 1 | -1): number | null {
  if (at === null) return blocks.length === 0 ? null : direction === 1 ? 0 : blocks.length - 1
  const lit = litAround(blocks, at)
  if (lit === null) return null
  if (direction === 1) return lit.to + 1 < blocks.length ? lit.to + 1 : null
  return litAround(blocks, lit.from - 1)?.from ?? null
}

/** The heading `at` stands under; null: before the first. */
export function headingOver(blocks: readonly Block[], at: number): number | null {
  for (let index = Math.min(at, blocks.length - 1); index >= 0; index -= 1) if (isHeading(blocks[index])) return index
  return null
}

/** The heading of level 1 that `at` stands under. */
export function partOver(blocks: readonly Block[], at: number): number | null {
  for (let index = Math.min(at, blocks.length - 1); index >= 0; index -= 1) {
    const block = blocks[index]
    if (block?.type === 'heading' && block.level === 1) return index
  }
  return null
}

/** （二）政治素质方面 */
export function headingWords(blocks: readonly Block[], index: number | null): string {
  const block = index === null ? undefined : blocks[index]
  if (index === null || block?.type !== 'heading') return ''
  return `${drawnNumbers(blocks)[index] ?? ''}${textOf(block).replace(/[。；]$/, '')}`
}
