/** Recognised blocks with their notes → paragraphs with what is proposed for them. */
import { type NumberStyle, typedNumberAt } from '../../shared/outline/headings'
import type { Block, HeadingLevel, TextBlock } from '../../shared/schema/blocks'
import { kindOfBlock, type Piece, type RichBlock, type RichKind, type RichParagraph } from '../../shared/suggestions/rich-text'
import type { Notes } from './docx-notes'
import { shiftedEnds } from './shifted-ends'

const LEVELS: Partial<Record<NumberStyle, HeadingLevel>> = { chinese: 1, chineseBracket: 2, decimal: 3, decimalBracket: 4 }

export function richFromNotes(blocks: readonly Block[], notes: Notes): RichBlock[] {
  const rich: RichBlock[] = []
  /** Paragraphs since the beginning or the last table. */
  let together: RichParagraph[] = []
  const close = () => {
    rich.push(...shiftedEnds(together))
    together = []
  }
  for (const block of blocks) {
    if (block.type !== 'table') {
      append(together, block, notes)
      continue
    }
    close()
    const rows = block.rows.map((row) =>
      row.map(({ paragraphs, ...cell }) => {
        const inside: RichParagraph[] = []
        for (const paragraph of paragraphs) append(inside, paragraph, notes)
        return { ...cell, paragraphs: shiftedEnds(inside) }
      }),
    )
    rich.push({ rows })
  }
  close()
  return rich
}

/** One paragraph, or more where others were joined to it. */
function append(paragraphs: RichParagraph[], block: TextBlock, notes: Notes): void {
  const before = paragraphs.at(-1)
  const kind = kindOfBlock(block)
  let paragraph: RichParagraph = { kind, pieces: [] }
  const own = [paragraph]
  for (const run of block.runs) {
    const note = notes.take(run)
    if (note?.kind === 'gone') paragraph.pieces.push(note.piece)
    else if (note?.kind === 'opens') {
      if (before !== undefined && before.endDeleted === undefined) before.endInserted = note.by
    } else if (note?.kind === 'retyped') paragraph.retyped = { by: note.by, before: note.before }
    else if (note?.kind === 'end') {
      paragraph.endDeleted = note.by
      paragraph = { kind, pieces: [] }
      own.push(paragraph)
    } else if (run.text !== '') {
      const { kind: _, sticky: __, ...said } = note ?? { kind: 'text', sticky: false }
      paragraph.pieces.push({ text: run.text, marks: run.marks ?? [], ...said })
    }
  }
  paragraphs.push(...own.map((one, index) => asItWas(one, own, index)))
}

/** The recogniser saw one paragraph: what stood in others before is of a kind of its own. */
function asItWas(paragraph: RichParagraph, own: readonly RichParagraph[], index: number): RichParagraph {
  if (own.length === 1) return paragraph
  const stays = (one: RichParagraph) => one.pieces.some(({ deleted }) => deleted === undefined)
  if (stays(paragraph)) return index === own.findIndex(stays) ? paragraph : { ...paragraph, kind: { type: 'paragraph' } }
  return goneWhole(paragraph)
}

/** A paragraph that goes altogether is what its number says. */
function goneWhole(paragraph: RichParagraph): RichParagraph {
  const number = typedNumberAt(paragraph.pieces.map(({ text }) => text).join(''))
  const level = number?.doubt === 'none' ? LEVELS[number.style] : undefined
  const kind: RichKind = level === undefined ? { type: 'paragraph' } : { type: 'heading', level }
  const { retyped: _, ...rest } = paragraph
  return { ...rest, kind, pieces: level === undefined ? paragraph.pieces : without(paragraph.pieces, number?.length ?? 0) }
}

function without(pieces: readonly Piece[], count: number): Piece[] {
  let left = count
  return pieces.flatMap((piece) => {
    const text = piece.text.slice(left)
    left = Math.max(0, left - piece.text.length)
    return text === '' ? [] : [{ ...piece, text }]
  })
}
