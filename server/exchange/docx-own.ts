/**
 * A .docx that came from here, also after it was edited in Word: its styles say what every paragraph is, its numbers stand under
 * styles of their own, so nothing has to be recognised. A paragraph in any other style, or a heading whose number somebody
 * typed, makes it a file like all others.
 */
import type { Element } from '@xmldom/xmldom'
import type { Block, HeadingLevel, ParagraphBlock, Run, TableCell } from '../../shared/schema/blocks'
import { Losses } from './docx-losses'
import { headingStyle, NUMBER_STYLES, runInStyle, STYLE } from './docx-names'
import { RunReader, type StyledRun } from './docx-runs'
import { alignOf } from './docx-styles'
import { attributeOf, childOf, childrenOf, valueIn } from './docx-xml'

const LEVELS: readonly HeadingLevel[] = [1, 2, 3, 4]
const MOST_COLUMNS = 64

/** Null: none of ours, or no longer. */
export function readOwnBody(body: Element, styles: Element | null): { blocks: Block[]; losses: Losses } | null {
  const isOurs = styles !== null && childrenOf(styles).some((style) => attributeOf(style, 'styleId') === STYLE.body)
  if (!isOurs) return null
  const losses = new Losses()
  try {
    return { blocks: new OwnReader(losses).read(body), losses }
  } catch (error) {
    if (error instanceof NotOurs) return null
    throw error
  }
}

class NotOurs extends Error {}

class OwnReader {
  private readonly runs: RunReader
  /** What stood in paragraphs whose end was deleted under track changes: it goes on in the next one. */
  private carried: StyledRun[] = []

  constructor(losses: Losses) {
    this.runs = new RunReader(losses)
  }

  read(body: Element): Block[] {
    return childrenOf(body).flatMap((child): Block[] => {
      if (child.localName === 'p') return this.paragraph(child)
      if (child.localName === 'tbl') return [{ type: 'table', rows: this.rows(child) }]
      if (child.localName === 'sectPr' || child.localName === 'bookmarkStart' || child.localName === 'bookmarkEnd') return []
      throw new NotOurs(child.localName ?? '')
    })
  }

  private paragraph(element: Element): Block[] {
    const properties = childOf(element, 'pPr')
    const style = valueIn(properties, 'pStyle') ?? ''
    const runs = this.runsOf(element, properties)
    // A paragraph between two tables, or one whose end was deleted.
    if (runs === null || (style === STYLE.cell && runs.length === 0)) return []
    const level = LEVELS.find((each) => headingStyle(each) === style)
    if (level !== undefined) {
      const runIn = runs.some((run) => run.style === runInStyle(level, true))
      if (runs.length > 0 && !runs.some((run) => NUMBER_STYLES.has(run.style))) throw new NotOurs('a typed number')
      return [{ type: 'heading', level, ...(runIn ? { runIn: true } : {}), runs: wordsOf(runs) }]
    }
    if (style === STYLE.title) return [{ type: 'title', runs: wordsOf(runs) }]
    if (style === STYLE.byline) return [{ type: 'byline', runs: wordsOf(runs) }]
    if (style === STYLE.quote) return [{ type: 'quote', runs: wordsOf(runs) }]
    if (style !== STYLE.body && style !== STYLE.ordinal) throw new NotOurs(style)
    const started = LEVELS.find((each) => runs.some((run) => run.style === runInStyle(each, true)))
    const heading = started === undefined ? [] : runs.filter((run) => run.style === runInStyle(started, false))
    const text = runs.filter((run) => !heading.includes(run))
    const align = alignOf(properties)
    return [
      ...(started === undefined ? [] : [{ type: 'heading' as const, level: started, runIn: true, runs: wordsOf(heading) }]),
      {
        type: 'paragraph',
        ...(style === STYLE.ordinal ? { ordinal: true } : {}),
        ...(align === undefined ? {} : { align }),
        runs: wordsOf(text),
      },
    ]
  }

  /** Null: the paragraph goes on in the next one. */
  private runsOf(element: Element, properties: Element | null): StyledRun[] | null {
    const runs = [...this.carried, ...this.runs.readStyled(element)]
    const endsHere = childOf(childOf(properties, 'rPr'), 'del') === null
    this.carried = endsHere ? [] : runs
    return endsHere ? runs : null
  }

  private rows(table: Element): TableCell[][] {
    /** For each column the cell that still grows downwards. */
    const growing: (TableCell | undefined)[] = []
    return childrenOf(table)
      .filter(({ localName }) => localName === 'tr')
      .map((row) => {
        const cells: TableCell[] = []
        let column = 0
        for (const element of childrenOf(row).filter(({ localName }) => localName === 'tc')) {
          const properties = childOf(element, 'tcPr')
          const colspan = Math.min(Math.max(Number(valueIn(properties, 'gridSpan') ?? 1) || 1, 1), MOST_COLUMNS)
          const merge = childOf(properties, 'vMerge')
          const above = growing[column]
          if (merge !== null && attributeOf(merge, 'val') !== 'restart' && above !== undefined) above.rowspan += 1
          else {
            const cell = this.cell(element, colspan)
            cells.push(cell)
            growing[column] = merge === null ? undefined : cell
          }
          column += colspan
          if (column > MOST_COLUMNS) throw new NotOurs('a wide table')
        }
        return cells
      })
  }

  private cell(element: Element, colspan: number): TableCell {
    let header = false
    const paragraphs = childrenOf(element)
      .filter(({ localName }) => localName === 'p' || localName === 'tbl')
      .flatMap((child): ParagraphBlock[] => {
        const properties = childOf(child, 'pPr')
        const style = valueIn(properties, 'pStyle')
        if (style !== STYLE.cell && style !== STYLE.headerCell) throw new NotOurs('something else in a cell')
        header ||= style === STYLE.headerCell
        const runs = this.runsOf(child, properties)
        const align = alignOf(properties)
        return runs === null ? [] : [{ type: 'paragraph', ...(align === undefined ? {} : { align }), runs: wordsOf(runs) }]
      })
    return { header, colspan, rowspan: 1, paragraphs: paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph', runs: [] }] }
  }
}

/** Without the drawn numbers; neighbours under the same marks are one run, a soft break is a space. */
function wordsOf(runs: readonly StyledRun[]): Run[] {
  const words: Run[] = []
  for (const { style, text, marks } of runs) {
    if (NUMBER_STYLES.has(style)) continue
    const clean = text.replaceAll('\n', ' ')
    const last = words.at(-1)
    if (last && (last.marks ?? []).join() === (marks ?? []).join()) last.text += clean
    else words.push(marks === undefined ? { text: clean } : { text: clean, marks })
  }
  return words
}
