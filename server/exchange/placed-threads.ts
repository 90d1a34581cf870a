/** Threads that found their words; in a file of ours, one that stands over a suggestion and nothing else is about the suggestion again. */
import type { Piece, RichBlock } from '../../shared/suggestions/rich-text'
import type { ImportedThread } from '../ports/importer'
import { isTouched, everyParagraph } from './suggestion-parts'

/** Takes the places of those about a suggestion out of `blocks`. */
export function placedThreads(
  blocks: readonly RichBlock[],
  threads: Iterable<ImportedThread>,
  isOurs: boolean,
): ImportedThread[] {
  const over = new Map<string, Piece[]>()
  const pieces = everyParagraph(blocks).flatMap((paragraph) => paragraph.pieces)
  for (const piece of pieces) {
    for (const thread of piece.threads ?? []) {
      const own = over.get(thread)
      if (own === undefined) over.set(thread, [piece])
      else own.push(piece)
    }
  }
  const sizes = new Map<number, number>()
  for (const part of pieces.flatMap(partsOf)) sizes.set(part, (sizes.get(part) ?? 0) + 1)
  return [...new Set(threads)].flatMap((thread): ImportedThread[] => {
    const own = over.get(thread.id)
    if (own === undefined) return []
    const suggestion = isOurs ? suggestionOver(own, sizes) : null
    if (suggestion === null) return [thread]
    for (const piece of own) {
      const others = piece.threads?.filter((each) => each !== thread.id) ?? []
      if (others.length > 0) piece.threads = others
      else delete piece.threads
    }
    return [{ ...thread, suggestion }]
  })
}

function suggestionOver(pieces: readonly Piece[], sizes: ReadonlyMap<number, number>): number | null {
  const [first] = pieces
  if (first === undefined || !pieces.every(isTouched)) return null
  const common = partsOf(first).find((part) => pieces.every((piece) => partsOf(piece).includes(part)))
  return common !== undefined && sizes.get(common) === pieces.length ? common : null
}

/** Each only once. */
function partsOf({ inserted, deleted, restyled }: Piece): number[] {
  return [...new Set([inserted, deleted, restyled?.by].flatMap((revision) => revision?.part ?? []))]
}
