/** The structure of a material, read from its blocks: what the outline panel, the command line and the checks see. */
import type { Block } from '../schema/blocks'
import { textOf } from '../schema/blocks'
import type { DocumentOutline, OutlinePart } from './document-outline'
import { drawnNumbers } from './numbering'

/** Parts are the headings of the outermost level used, sections those of the next level that occurs below them. */
export function outlineOf(blocks: readonly Block[]): Omit<DocumentOutline, 'report'> {
  const numbers = drawnNumbers(blocks)
  const headings = blocks.flatMap((block, index) =>
    block.type === 'heading' ? [{ level: block.level, number: numbers[index] ?? '', heading: headingText(textOf(block)) }] : [],
  )
  const partLevel = headings.reduce((least, { level }) => Math.min(least, level), 5)
  const parts: OutlinePart[] = []
  let below: typeof headings = []
  const close = () => {
    const sectionLevel = below.reduce((least, { level }) => Math.min(least, level), 5)
    const sections = below.filter(({ level }) => level === sectionLevel).map(({ number, heading }) => ({ number, heading }))
    const part = parts.at(-1)
    if (part !== undefined) part.sections = sections
    else if (sections.length > 0) parts.push({ number: '', heading: '', sections })
    below = []
  }
  for (const heading of headings) {
    if (heading.level === partLevel) {
      close()
      parts.push({ number: heading.number, heading: heading.heading, sections: [] })
    } else below.push(heading)
  }
  close()
  return { title: titleOf(blocks), preface: prefaceOf(blocks), parts }
}

function titleOf(blocks: readonly Block[]): string | null {
  const title = blocks.flatMap((block) => (block.type === 'title' ? [together(textOf(block).trim())] : [])).join('')
  return title === '' ? null : title
}

/** The paragraphs between the title (or the beginning) and the first heading. */
function prefaceOf(blocks: readonly Block[]): string[] {
  const firstHeading = blocks.findIndex((block) => block.type === 'heading')
  const end = firstHeading === -1 ? blocks.length : firstHeading
  const start = blocks.slice(0, end).findLastIndex((block) => block.type === 'title') + 1
  return blocks
    .slice(start, end)
    .flatMap((block) => (block.type === 'paragraph' || block.type === 'quote' ? [textOf(block).trim()] : []))
    .filter((text) => text !== '')
}

/** A heading as it is listed: without the mark that ends it. */
export function headingText(text: string): string {
  return text.trim().replace(/[。；：，、;:,]+$/, '')
}

function together(text: string): string {
  return /^(?:[\u4e00-\u9fff][ \u3000]+)+[\u4e00-\u9fff]$/.test(text) ? text.replace(/[ \u3000]/g, '') : text
}
