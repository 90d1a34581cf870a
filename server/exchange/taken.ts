/** A text as it reads once all that is proposed in it is taken. */
import type { Block, ParagraphBlock, Run, TextBlock } from '../../shared/schema/blocks'
import type { Piece, RichBlock, RichParagraph } from '../../shared/suggestions/rich-text'

/** Still with the places of threads. */
export function taken(blocks: readonly RichBlock[]): RichBlock[] {
  const result: RichBlock[] = []
  let together: RichParagraph[] = []
  const close = () => {
    result.push(...joined(together))
    together = []
  }
  for (const block of blocks) {
    if ('pieces' in block) {
      together.push(block)
      continue
    }
    close()
    result.push({ rows: block.rows.map((row) => row.map((cell) => ({ ...cell, paragraphs: joined(cell.paragraphs) }))) })
  }
  close()
  return result
}

function joined(paragraphs: readonly RichParagraph[]): RichParagraph[] {
  const result: RichParagraph[] = []
  let goesOn = false
  for (const { kind, pieces, endDeleted } of paragraphs) {
    const stays = pieces.flatMap(settled)
    const last = result.at(-1)
    if (goesOn && last !== undefined) last.pieces.push(...stays)
    else result.push({ kind, pieces: stays })
    goesOn = endDeleted !== undefined
  }
  return result
}

function settled({ text, marks, deleted, threads }: Piece): Piece[] {
  if (deleted !== undefined) return []
  return [threads === undefined ? { text, marks } : { text, marks, threads }]
}

/** As plain data: what is only marked (threads, proposals) is not in it. */
export function plainBlocks(blocks: readonly RichBlock[]): Block[] {
  return taken(blocks).map((block) =>
    'pieces' in block
      ? blockOf(block)
      : {
          type: 'table',
          rows: block.rows.map((row) =>
            row.map((cell) => ({
              ...cell,
              paragraphs: cell.paragraphs.map((paragraph) => blockOf(paragraph) as ParagraphBlock),
            })),
          ),
        },
  )
}

function blockOf({ kind, pieces }: RichParagraph): TextBlock {
  const runs: Run[] = []
  for (const { text, marks } of pieces) {
    const last = runs.at(-1)
    if (text === '') continue
    if (last !== undefined && (last.marks ?? []).join() === marks.join()) last.text += text
    else runs.push(marks.length > 0 ? { text, marks } : { text })
  }
  const { type, level = 1, runIn, ordinal, align } = kind
  if (type === 'heading') return { type, level, ...(runIn ? { runIn } : {}), runs }
  if (type !== 'paragraph') return { type, runs }
  return { type, ...(ordinal ? { ordinal } : {}), ...(align ? { align } : {}), runs }
}
