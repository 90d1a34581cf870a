/**
 * The numbers that are drawn and never typed: 一、（一）1.（1） for headings, 一是 for items of a run-in list. The style sheet counts
 * with the same rules: a heading starts the deeper levels and the run-in list anew, nothing else does.
 */
import type { Block, HeadingLevel } from '../schema/blocks'
import { chineseNumeral } from './numerals'

export function headingNumber(level: HeadingLevel, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(count)}、`
    case 2:
      return `（${chineseNumeral(count)}）`
    case 3:
      return `${count}.`
    case 4:
      return `（${count}）`
  }
}

export function ordinalNumber(count: number): string {
  return `${chineseNumeral(count)}是`
}

/** Counts along a document; ask it for each block in order. */
export class Numbering {
  private readonly counts = [0, 0, 0, 0]
  private ordinals = 0

  heading(level: HeadingLevel): number {
    const count = (this.counts[level - 1] ?? 0) + 1
    this.counts[level - 1] = count
    this.counts.fill(0, level)
    this.ordinals = 0
    return count
  }

  /** What the next item of the run-in list would be. */
  get nextOrdinal(): number {
    return this.ordinals + 1
  }

  ordinal(): number {
    this.ordinals += 1
    return this.ordinals
  }
}

/** The number drawn before each block, '' where there is none. */
export function drawnNumbers(blocks: readonly Block[]): string[] {
  const numbering = new Numbering()
  return blocks.map((block) => {
    if (block.type === 'heading') return headingNumber(block.level, numbering.heading(block.level))
    if (block.type === 'paragraph' && block.ordinal) return ordinalNumber(numbering.ordinal())
    return ''
  })
}
