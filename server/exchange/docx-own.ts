/**
 * A .docx that came from here, also after it was edited in Word: its styles say what every paragraph is, its numbers stand under
 * styles of their own, so nothing has to be recognised. A paragraph in any other style, or a heading whose number somebody
 * typed, makes it a file like all others.
 */
import type { Element } from '@xmldom/xmldom'
import type { HeadingLevel } from '../../shared/schema/blocks'
import type { Piece, RichBlock, RichCell, RichKind, RichParagraph } from '../../shared/suggestions/rich-text'
import { headingStyle, NUMBER_STYLES, runInStyle, STYLE } from './docx-names'
import { endOf } from './docx-revisions'
import { type ReadingContext, type ReadPiece, RunReader } from './docx-runs'
import { alignOf } from './docx-styles'
import { attributeOf, childOf, childrenOf, valueIn } from './docx-xml'

const LEVELS: readonly HeadingLevel[] = [1, 2, 3, 4]
const MOST_COLUMNS = 64

export function isOurs(styles: Element | null): boolean {
  return styles !== null && childrenOf(styles).some((style) => attributeOf(style, 'styleId') === STYLE.body)
}

/** Null: no longer one of ours. */
export function readOwnBody(body: Element, context: ReadingContext): RichBlock[] | null {
  try {
    return new OwnReader(context).read(body)
  } catch (error) {
    if (error instanceof NotOurs) return null
    throw error
  }
}

class NotOurs extends Error {}

class OwnReader {
  readonly #context: ReadingContext
  readonly #runs: RunReader

  constructor(context: ReadingContext) {
    this.#context = context
    this.#runs = new RunReader(context)
  }

  read(body: Element): RichBlock[] {
    return childrenOf(body).flatMap((child): RichBlock[] => {
      if (child.localName === 'p') return this.#paragraph(child)
      if (child.localName === 'tbl') return [{ rows: this.#rows(child) }]
      if (this.#runs.range(child)) return []
      if (child.localName === 'sectPr' || child.localName === 'bookmarkStart' || child.localName === 'bookmarkEnd') return []
      throw new NotOurs(child.localName ?? '')
    })
  }

  #paragraph(element: Element): RichParagraph[] {
    const properties = childOf(element, 'pPr')
    const pieces = this.#runs.read(element)
    const style = valueIn(properties, 'pStyle') ?? ''
    // A paragraph between two tables.
    if (style === STYLE.cell && pieces.length === 0) return []
    const kind = kindOf(properties)
    if (kind === null) throw new NotOurs(style)
    const numbered = pieces.some((piece) => NUMBER_STYLES.has(piece.style))
    if (kind.type === 'heading' && pieces.length > 0 && !numbered) throw new NotOurs('a typed number')
    const retyped = this.#retyped(properties, pieces)
    const standing = retyped === null ? pieces : pieces.filter(({ deleted }) => deleted === undefined)
    const started = levelRunIn(standing)
    const ends = this.#endOf(properties)
    if (kind.type === 'heading' || started === undefined || retyped !== null) {
      const runIn = kind.type === 'heading' && started !== undefined ? { runIn: true } : {}
      return [{ kind: { ...kind, ...runIn }, pieces: wordsOf(pieces), ...ends, ...(retyped === null ? {} : { retyped }) }]
    }
    const heading = pieces.filter((piece) => piece.style === runInStyle(started, false))
    return [
      { kind: { type: 'heading', level: started, runIn: true }, pieces: wordsOf(heading) },
      { kind, pieces: wordsOf(pieces.filter((piece) => !heading.includes(piece))), ...ends },
    ]
  }

  #endOf(properties: Element | null): Pick<RichParagraph, 'endInserted' | 'endDeleted'> {
    const { inserted, deleted } = endOf(properties, this.#context.revisionOf)
    return {
      ...(inserted === undefined ? {} : { endInserted: inserted }),
      ...(deleted === undefined ? {} : { endDeleted: deleted }),
    }
  }

  #retyped(properties: Element | null, pieces: readonly ReadPiece[]): RichParagraph['retyped'] | null {
    const change = childOf(properties, 'pPrChange')
    const before = change === null ? null : kindOf(childOf(change, 'pPr'))
    if (change === null || before === null) return null
    const runIn = before.type === 'heading' && levelRunIn(pieces.filter(({ deleted }) => deleted !== undefined)) !== undefined
    return { by: this.#context.revisionOf(change), before: runIn ? { ...before, runIn } : before }
  }

  #rows(table: Element): RichCell[][] {
    /** For each column the cell that still grows downwards. */
    const growing: (RichCell | undefined)[] = []
    return childrenOf(table)
      .filter(({ localName }) => localName === 'tr')
      .map((row) => {
        const properties = childOf(row, 'trPr')
        if (childOf(properties, 'del') !== null || childOf(properties, 'ins') !== null)
          this.#context.losses.add('row', row.textContent ?? '')
        const cells: RichCell[] = []
        let column = 0
        for (const element of childrenOf(row).filter(({ localName }) => localName === 'tc')) {
          const properties = childOf(element, 'tcPr')
          const colspan = Math.min(Math.max(Number(valueIn(properties, 'gridSpan') ?? 1) || 1, 1), MOST_COLUMNS)
          const merge = childOf(properties, 'vMerge')
          const above = growing[column]
          if (merge !== null && attributeOf(merge, 'val') !== 'restart' && above !== undefined) above.rowspan += 1
          else {
            const cell = this.#cell(element, colspan)
            cells.push(cell)
            growing[column] = merge === null ? undefined : cell
          }
          column += colspan
          if (column > MOST_COLUMNS) throw new NotOurs('a wide table')
        }
        return cells
      })
  }

  #cell(element: Element, colspan: number): RichCell {
    let header = false
    const paragraphs = childrenOf(element)
      .filter((child) => !this.#runs.range(child) && (child.localName === 'p' || child.localName === 'tbl'))
      .map((child): RichParagraph => {
        const properties = childOf(child, 'pPr')
        const style = valueIn(properties, 'pStyle')
        if (style !== STYLE.cell && style !== STYLE.headerCell) throw new NotOurs('something else in a cell')
        header ||= style === STYLE.headerCell
        return {
          kind: { type: 'paragraph', ...alignIn(properties) },
          pieces: wordsOf(this.#runs.read(child)),
          ...this.#endOf(properties),
        }
      })
    return {
      header,
      colspan,
      rowspan: 1,
      paragraphs: paragraphs.length > 0 ? paragraphs : [{ kind: { type: 'paragraph' }, pieces: [] }],
    }
  }
}

/** The level of a heading whose number stands at the start of a paragraph. */
function levelRunIn(pieces: readonly ReadPiece[]): HeadingLevel | undefined {
  return LEVELS.find((each) => pieces.some((piece) => piece.style === runInStyle(each, true)))
}

/** Null: a style that is none of ours. */
function kindOf(properties: Element | null): RichKind | null {
  const style = valueIn(properties, 'pStyle') ?? ''
  const level = LEVELS.find((each) => headingStyle(each) === style)
  if (level !== undefined) return { type: 'heading', level }
  if (style === STYLE.title || style === STYLE.byline || style === STYLE.quote)
    return { type: style === STYLE.title ? 'title' : style === STYLE.byline ? 'byline' : 'quote' }
  if (style !== STYLE.body && style !== STYLE.ordinal) return null
  return { type: 'paragraph', ...(style === STYLE.ordinal ? { ordinal: true } : {}), ...alignIn(properties) }
}

function alignIn(properties: Element | null): Pick<RichKind, 'align'> {
  const align = alignOf(properties)
  return align === undefined ? {} : { align }
}

/** Without the drawn numbers; a soft break is a space. */
function wordsOf(pieces: readonly ReadPiece[]): Piece[] {
  return pieces.flatMap(({ style, text, ...rest }) =>
    NUMBER_STYLES.has(style) ? [] : [{ ...rest, text: text.replaceAll('\n', ' ') }],
  )
}
