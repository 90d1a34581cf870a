/**
 * Suggestions on their way through the recogniser. It reads a text as it will be once all of them are taken; what goes, and where
 * paragraphs were parted or joined, stands in notes at places of that text and comes out with the blocks.
 */
import type { NotedRun } from '../../shared/outline/runs'
import type { Run } from '../../shared/schema/blocks'
import type { Piece, Revision, RichKind } from '../../shared/suggestions/rich-text'
import type { ReadPiece } from './docx-runs'

export type Note =
  /** About the text of its run. */
  | ({ kind: 'text'; sticky: false } & Pick<Piece, 'inserted' | 'restyled' | 'threads'>)
  /** At a place: this text goes. */
  | { kind: 'gone'; sticky: false; piece: Piece }
  /** A paragraph ends here, and its end goes. */
  | { kind: 'end'; sticky: true; by: Revision }
  /** At the beginning: the end of the paragraph before is new. */
  | { kind: 'opens'; sticky: true; by: Revision }
  /** It was of another kind. */
  | { kind: 'retyped'; sticky: true; by: Revision; before: RichKind }

/** All notes that were made for a file, so that those the recogniser left behind can be told. */
export class Notes {
  readonly #made = new Set<Note>()

  runsOf(pieces: readonly ReadPiece[]): NotedRun[] {
    return pieces.map((piece) => this.#runOf(piece))
  }

  place(note: Note): NotedRun {
    this.#made.add(note)
    return { text: '', note }
  }

  /** What a run's note says; from then on it is accounted for. */
  take(run: Run): Note | undefined {
    const note = noteOf(run)
    if (note !== undefined) this.#made.delete(note)
    return note
  }

  /** The suggestions among those nobody has taken. */
  left(): { count: number; excerpt: string } {
    const left = [...this.#made].filter(
      (note) => note.kind !== 'text' || note.inserted !== undefined || note.restyled !== undefined,
    )
    const gone = left.find((note) => note.kind === 'gone')
    return { count: left.length, excerpt: gone?.kind === 'gone' ? gone.piece.text : '' }
  }

  #runOf({ style: _, ...piece }: ReadPiece): NotedRun {
    if (piece.deleted !== undefined) return this.place({ kind: 'gone', sticky: false, piece })
    const { text, marks, inserted, restyled, threads } = piece
    const run: NotedRun = marks.length > 0 ? { text, marks } : { text }
    if (inserted === undefined && restyled === undefined && threads === undefined) return run
    const note: Note = {
      kind: 'text',
      sticky: false,
      ...(inserted === undefined ? {} : { inserted }),
      ...(restyled === undefined ? {} : { restyled }),
      ...(threads === undefined ? {} : { threads }),
    }
    this.#made.add(note)
    return { ...run, note }
  }
}

/** The recogniser knows runs, not that they carry these. */
export function noteOf(run: NotedRun | undefined): Note | undefined {
  const note = run?.note
  return note !== undefined && 'kind' in note ? (note as Note) : undefined
}
