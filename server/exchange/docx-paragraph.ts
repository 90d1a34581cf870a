/** Paragraphs and runs with their revisions, as Word writes them. */
import type { MarkName } from '../../shared/schema/blocks'
import type { PlacedComment } from './docx-comments'
import { FIRST_PART_ID, headingStyle, REVISIONS_A_PART, runInStyle, STYLE } from './docx-names'
import type { Piece, Revision, RichCell, RichKind, RichParagraph } from '../../shared/suggestions/rich-text'
import { escaped, wordTime } from './xml-text'

/** A paragraph with its drawn number: as it is now, and as it was where its kind is only proposed. */
export interface Numbered extends RichParagraph {
  number: { now: string; before: string }
}

const MARK_TAGS: Record<MarkName, string> = {
  bold: '<w:b/><w:bCs/>',
  italic: '<w:i/><w:iCs/>',
  underline: '<w:u w:val="single"/>',
}
/** Above those of comments, below those of suggestions. */
const FIRST_OTHER_ID = 100_000
/** Ids have 31 bits. */
const MOST_PARTS = 100_000
/** Curly quotes, dashes and dots are wide here. */
const WIDE_IN_CHINESE = /[“”‘’—…·×]/

export class ParagraphWriter {
  readonly #offset: number
  readonly #comments: ReadonlyMap<string, readonly PlacedComment[]>
  readonly #lastPiece: ReadonlyMap<string, object>
  /** Threads whose range has begun. */
  readonly anchored = new Set<string>()
  #revisions = 0
  readonly #ofPart = new Map<number, number>()

  constructor(offset: number, comments: ReadonlyMap<string, readonly PlacedComment[]>, lastPiece: ReadonlyMap<string, object>) {
    this.#offset = offset
    this.#comments = comments
    this.#lastPiece = lastPiece
  }

  paragraph(paragraph: Numbered): string {
    const { kind, number, retyped } = paragraph
    const style = numberStyleOf(kind)
    const before =
      retyped === undefined ? '' : this.#numberRun(number.before, numberStyleOf(retyped.before), 'deleted', retyped.by)
    const now = this.#numberRun(number.now, style, 'inserted', retyped?.by)
    return this.#whole(paragraph, `${before}${now}${this.#runs(paragraph.pieces)}`)
  }

  /** A heading at the start of its paragraph. */
  runIn(heading: Numbered, paragraph: Numbered): string {
    const level = heading.kind.level ?? 1
    const number = this.#numberRun(heading.number.now, runInStyle(level, true), 'inserted', undefined)
    const ordinal = this.#numberRun(paragraph.number.now, STYLE.ordinalNumber, 'inserted', undefined)
    const words = this.#runs(heading.pieces, runInStyle(level, false))
    return this.#whole(paragraph, `${number}${words}${ordinal}${this.#runs(paragraph.pieces)}`)
  }

  cell({ header, paragraphs }: RichCell): string {
    const style = header ? STYLE.headerCell : STYLE.cell
    return paragraphs.map((paragraph) => this.#whole(paragraph, this.#runs(paragraph.pieces), style)).join('')
  }

  /** An empty paragraph that belongs to no text. */
  spacer(): string {
    return `<w:p><w:pPr><w:pStyle w:val="${STYLE.cell}"/></w:pPr></w:p>`
  }

  #whole(paragraph: RichParagraph, runs: string, cellStyle?: string): string {
    const { kind, endInserted, endDeleted, retyped } = paragraph
    const mark = `${this.#revision('ins', endInserted)}${this.#revision('del', endDeleted)}`
    const change =
      retyped === undefined
        ? ''
        : `<w:pPrChange ${this.#who(retyped.by)}><w:pPr>${propertiesOf(retyped.before, cellStyle)}</w:pPr></w:pPrChange>`
    const rPr = mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`
    return `<w:p><w:pPr>${propertiesOf(kind, cellStyle)}${rPr}${change}</w:pPr>${runs}</w:p>`
  }

  #runs(pieces: readonly Piece[], style = ''): string {
    return pieces.map((piece) => this.#piece(piece, style)).join('')
  }

  #piece(piece: Piece, style: string): string {
    const begins = (piece.threads ?? []).filter((thread) => this.#comments.has(thread) && !this.anchored.has(thread))
    for (const thread of begins) this.anchored.add(thread)
    const ends = (piece.threads ?? []).filter((thread) => this.#lastPiece.get(thread) === piece)
    const commentsOf = (threads: readonly string[]) => threads.flatMap((thread) => this.#comments.get(thread) ?? [])
    const starts = commentsOf(begins).map(({ id }) => `<w:commentRangeStart w:id="${id}"/>`)
    const stops = commentsOf(ends).map(
      ({ id }) =>
        `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
    )
    return `${starts.join('')}${this.#run(piece, style)}${stops.join('')}`
  }

  #run({ text, marks, inserted, deleted, restyled }: Piece, style: string): string {
    const change =
      restyled === undefined
        ? ''
        : `<w:rPrChange ${this.#who(restyled.by)}><w:rPr>${runProperties(restyled.before, style, text)}</w:rPr></w:rPrChange>`
    const properties = `${runProperties(marks, style, text)}${change}`
    const rPr = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`
    const tag = deleted === undefined ? 't' : 'delText'
    const content = text
      .split('\t')
      .map((part) => (part === '' ? '' : `<w:${tag} xml:space="preserve">${escaped(part)}</w:${tag}>`))
      .join('<w:tab/>')
    let run = `<w:r>${rPr}${content}</w:r>`
    if (deleted !== undefined) run = `<w:del ${this.#who(deleted)}>${run}</w:del>`
    return inserted === undefined ? run : `<w:ins ${this.#who(inserted)}>${run}</w:ins>`
  }

  #numberRun(number: string, style: string, as: 'inserted' | 'deleted', by: Revision | undefined): string {
    if (number === '') return ''
    return this.#run({ text: number, marks: [], ...(by === undefined ? {} : { [as]: by }) }, style)
  }

  #revision(tag: 'ins' | 'del', revision: Revision | undefined): string {
    return revision === undefined ? '' : `<w:${tag} ${this.#who(revision)}/>`
  }

  #who({ author, at, part }: Revision): string {
    return `w:id="${this.#idFor(part)}" w:author="${escaped(author)}" w:date="${wordTime(at, this.#offset)}"`
  }

  #idFor(part: number | undefined): number {
    if (part === undefined || part >= MOST_PARTS) {
      this.#revisions += 1
      return FIRST_OTHER_ID + this.#revisions
    }
    const count = this.#ofPart.get(part) ?? 0
    this.#ofPart.set(part, count + 1)
    return FIRST_PART_ID + part * REVISIONS_A_PART + Math.min(count, REVISIONS_A_PART - 1)
  }
}

function numberStyleOf({ type, level, runIn }: RichKind): string {
  if (type !== 'heading') return STYLE.ordinalNumber
  return runIn ? runInStyle(level ?? 1, true) : STYLE.number
}

function styleOf({ type, level, ordinal }: RichKind): string {
  if (type === 'heading') return headingStyle(level ?? 1)
  if (type === 'paragraph') return ordinal ? STYLE.ordinal : STYLE.body
  return STYLE[type]
}

/** A date or a name at the right stands four characters in; what is centred or at the right has no indent. */
function propertiesOf(kind: RichKind, cellStyle: string | undefined): string {
  const style = `<w:pStyle w:val="${cellStyle ?? styleOf(kind)}"/>`
  if (kind.align === undefined) return style
  const indent =
    cellStyle === undefined
      ? kind.align === 'right'
        ? '<w:ind w:firstLineChars="0" w:firstLine="0" w:rightChars="400" w:right="1260"/>'
        : '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
      : ''
  return `${style}${indent}<w:jc w:val="${kind.align}"/>`
}

function runProperties(marks: readonly MarkName[], style: string, text: string): string {
  const name = style === '' ? '' : `<w:rStyle w:val="${style}"/>`
  const hint = WIDE_IN_CHINESE.test(text) ? '<w:rFonts w:hint="eastAsia"/>' : ''
  const tags = (['bold', 'italic', 'underline'] as const).map((mark) => (marks.includes(mark) ? MARK_TAGS[mark] : ''))
  return `${name}${hint}${tags.join('')}`
}
