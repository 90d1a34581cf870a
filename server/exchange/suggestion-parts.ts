/** Which changes of a file make one suggestion: those of one person that stand side by side and were made in one go. */
import type { Piece, Revision, RichBlock, RichParagraph } from '../../shared/suggestions/rich-text'

/** Word keeps minutes: what was typed on after a full one is still the same. */
const ONE_GO_MS = 60_000

/** Numbers the suggestions in `blocks`, in place. @returns how many there are. */
export function numberParts(blocks: readonly RichBlock[]): number {
  let count = 0
  let last: Required<Revision> | null = null
  /** Those a file of ours tells apart by itself. */
  const known = new Map<string, number>()
  const give = ({ author, at, part }: Revision): Revision => {
    if (part !== undefined) {
      const key = `${author} ${at} ${part}`
      const number = known.get(key) ?? count++
      known.set(key, number)
      return { author, at, part: number }
    }
    const goesOn = last !== null && last.author === author && Math.abs(last.at - at) <= ONE_GO_MS
    if (!goesOn || last === null) last = { author, at, part: count++ }
    return { ...last }
  }
  for (const paragraph of everyParagraph(blocks)) {
    if (paragraph.retyped !== undefined) paragraph.retyped = { ...paragraph.retyped, by: give(paragraph.retyped.by) }
    for (const piece of paragraph.pieces) {
      if (!isTouched(piece)) last = null
      if (piece.inserted !== undefined) piece.inserted = give(piece.inserted)
      if (piece.deleted !== undefined) piece.deleted = give(piece.deleted)
      if (piece.restyled !== undefined) piece.restyled = { ...piece.restyled, by: give(piece.restyled.by) }
    }
    if (paragraph.endInserted !== undefined) paragraph.endInserted = give(paragraph.endInserted)
    else if (paragraph.endDeleted !== undefined) paragraph.endDeleted = give(paragraph.endDeleted)
    else last = null
  }
  return count
}

export function everyParagraph(blocks: readonly RichBlock[]): RichParagraph[] {
  return blocks.flatMap((block) => ('pieces' in block ? [block] : block.rows.flat().flatMap((cell) => cell.paragraphs)))
}

export function isTouched({ inserted, deleted, restyled }: Piece): boolean {
  return inserted !== undefined || deleted !== undefined || restyled !== undefined
}
