/**
 * Paragraphs that begin with 一是、二是… in sequence become items of a run-in list, whose number is drawn. Only where what would be
 * drawn is what was typed: a count that starts anew, skips, or goes on inside one paragraph (一是…；二是…) stays as text.
 */
import type { Block, ParagraphBlock } from '../schema/blocks'
import { textOf } from '../schema/blocks'
import { chineseNumeral, chineseValue } from './numerals'
import { dropRuns } from './runs'

const ORDINAL = /^([一二三四五六七八九十]{1,3})是(?!否|非)/

export function withOrdinals(blocks: readonly Block[]): Block[] {
  const result = [...blocks]
  let list: number[] = []
  const close = () => {
    if (list.length >= 2) {
      for (const index of list) {
        const block = result[index]
        if (block?.type === 'paragraph') result[index] = asItem(block)
      }
    }
    list = []
  }
  let broken = false
  blocks.forEach((block, index) => {
    if (block.type === 'heading') {
      close()
      broken = false
    }
    if (block.type !== 'paragraph' || broken) return
    const value = ordinalOf(textOf(block))
    if (value === null) return
    if (value === list.length + 1 && !goesOnInside(textOf(block), value)) list.push(index)
    // What comes after a break in the count cannot be drawn right any more.
    else broken = true
  })
  close()
  return result
}

function ordinalOf(text: string): number | null {
  const digits = ORDINAL.exec(text.slice(0, 6))?.[1]
  return digits === undefined ? null : chineseValue(digits)
}

function goesOnInside(text: string, value: number): boolean {
  const next = `${chineseNumeral(value + 1)}是`
  const found = text.indexOf(next)
  return found > 0 && /[。；，、：]/.test(text.charAt(found - 1))
}

function asItem(block: ParagraphBlock): ParagraphBlock {
  const length = ORDINAL.exec(textOf(block).slice(0, 6))?.[0].length ?? 0
  return {
    type: 'paragraph',
    ordinal: true,
    ...(block.align === undefined ? {} : { align: block.align }),
    runs: dropRuns(block.runs, length),
  }
}
