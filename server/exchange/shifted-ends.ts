/**
 * In Word the end of a paragraph carries its properties: where it goes, what is left takes those of the paragraph after; here, those
 * of the paragraph before. So whole paragraphs that come or go together with their own ends are tied to the end of the one before
 * them instead: both ways say the same, and nothing around them changes its kind.
 */
import type { Piece, Revision, RichKind, RichParagraph } from '../../shared/suggestions/rich-text'

type End = 'endInserted' | 'endDeleted'

export function shiftedEnds(paragraphs: readonly RichParagraph[]): RichParagraph[] {
  const result = paragraphs.map((paragraph) => ({ ...paragraph }))
  shift(result, 'endInserted', ({ inserted }) => inserted !== undefined)
  shift(result, 'endDeleted', ({ deleted }) => deleted !== undefined)
  return result
}

function shift(paragraphs: RichParagraph[], end: End, isPart: (piece: Piece) => boolean): void {
  const isWhole = (paragraph: RichParagraph | undefined) =>
    paragraph?.[end] !== undefined && paragraph.pieces.length > 0 && paragraph.pieces.every(isPart)
  for (let first = 1; first < paragraphs.length; first++) {
    if (!isWhole(paragraphs[first])) continue
    let last = first
    while (isWhole(paragraphs[last + 1])) last += 1
    const before = paragraphs[first - 1]
    const after = paragraphs[last + 1]
    const begin = paragraphs[first]
    const isFree = before !== undefined && before.endInserted === undefined && before.endDeleted === undefined
    if (isFree && begin !== undefined && after !== undefined && !isSame(begin.kind, after.kind)) {
      let moved: Revision | undefined = begin[end]
      if (moved !== undefined) before[end] = moved
      for (let index = first; index <= last; index++) {
        const paragraph = paragraphs[index]
        moved = paragraphs[index + 1]?.[end]
        if (paragraph === undefined) continue
        if (index === last || moved === undefined) delete paragraph[end]
        else paragraph[end] = moved
      }
    }
    first = last
  }
}

function isSame(left: RichKind, right: RichKind): boolean {
  return left.type === right.type && left.level === right.level && left.ordinal === right.ordinal && left.align === right.align
}
