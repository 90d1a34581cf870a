/** A document's body → paragraphs and tables for the recogniser, in order; what is proposed in it goes along in notes. */
import type { Element } from '@xmldom/xmldom'
import { type NotedRun, textOfRuns } from '../../shared/outline/runs'
import type { SourceParagraph, SourceText } from '../../shared/outline/source'
import type { ParagraphBlock, TableBlock, TableCell } from '../../shared/schema/blocks'
import type { Revision, RichKind } from '../../shared/suggestions/rich-text'
import type { Losses } from './docx-losses'
import { noteOf, type Notes } from './docx-notes'
import type { ListNumbers } from './docx-numbers'
import { endOf } from './docx-revisions'
import { type ReadingContext, RunReader } from './docx-runs'
import type { Styles } from './docx-styles'
import { alignOf, hintOfLevel, listOf } from './docx-styles'
import { childOf, childrenOf, switchIn, valueIn } from './docx-xml'

const MOST_COLUMNS = 64

type Hint = SourceText['hint']

export class BodyReader {
  private readonly runs: RunReader
  private readonly losses: Losses
  /** Text of paragraphs whose end goes: it goes on in the next one. */
  private carried: NotedRun[] = []
  /** The end of the paragraph before is new. */
  private opened: Revision | null = null

  constructor(
    private readonly styles: Styles,
    private readonly numbers: ListNumbers,
    private readonly context: ReadingContext,
    private readonly notes: Notes,
  ) {
    this.runs = new RunReader(context)
    this.losses = context.losses
  }

  read(parent: Element): SourceParagraph[] {
    const paragraphs: SourceParagraph[] = []
    this.collect(parent, paragraphs)
    this.closeAt(paragraphs)
    return paragraphs
  }

  /** What was to go on has nothing to go on in: a table, the end of a cell. */
  private closeAt(paragraphs: SourceParagraph[]): void {
    const { carried } = this
    const last = paragraphs.at(-1)
    this.carried = []
    this.opened = null
    if (carried.length === 0) return
    const end = lastEnd(carried)
    if (textOfRuns(carried) !== '' || last?.kind !== 'text' || end === null) {
      paragraphs.push({ kind: 'text', runs: end === null ? carried : carried.slice(0, -1) })
      return
    }
    // All of it goes: it is tied to what stands before.
    last.runs = [...last.runs, this.notes.place({ kind: 'end', sticky: true, by: end }), ...carried.slice(0, -1)]
  }

  private collect(parent: Element, paragraphs: SourceParagraph[]): void {
    for (const child of childrenOf(parent)) {
      switch (child.localName) {
        case 'p': {
          const paragraph = this.paragraph(child)
          if (paragraph !== null) paragraphs.push(paragraph)
          break
        }
        case 'tbl': {
          this.closeAt(paragraphs)
          paragraphs.push(...this.table(child))
          this.opened = null
          break
        }
        case 'sdt': {
          const content = childOf(child, 'sdtContent')
          if (content === null) break
          if (isContentsTable(child)) this.losses.add('contents', content.textContent ?? '', childrenOf(content).length)
          else this.collect(content, paragraphs)
          break
        }
        case 'ins':
        case 'moveTo':
        case 'customXml':
          this.collect(child, paragraphs)
          break
        default:
          this.runs.range(child)
      }
    }
  }

  private paragraph(element: Element): SourceText | null {
    const { revisionOf } = this.context
    const properties = childOf(element, 'pPr')
    const style = this.styles.get(valueIn(properties, 'pStyle') ?? '') ?? {}
    const pieces = this.runs.read(element)
    const runs = [...this.carried, ...this.notes.runsOf(pieces)]
    this.carried = []
    if (style.contents) {
      this.losses.add('contents', element.textContent ?? '')
      return null
    }
    const end = endOf(properties, revisionOf)
    const begins = runs.length === 0 || this.opened === null ? [] : [this.opens(this.opened)]
    const goes = goesWith(end.deleted, runs)
    if (goes !== null) {
      // An end that was proposed and is proposed to go again stands for nothing; of two that meet one is enough.
      const isPlain = end.inserted !== undefined || (end.deleted === undefined && lastEnd(runs) !== null)
      this.carried = [...begins, ...runs, ...(isPlain ? [] : [this.notes.place({ kind: 'end', sticky: true, by: goes })])]
      if (begins.length > 0) this.opened = null
      return null
    }
    this.opened = end.inserted ?? null
    const hint = this.hintOf(properties)
    const align = alignOf(properties) ?? (valueIn(properties, 'jc') === null ? style.align : undefined)
    const number = textOfRuns(runs) !== '' ? this.number(listOf(properties) ?? style.list) : ''
    return {
      kind: 'text',
      runs: [...begins, ...this.retyped(properties, hint), ...runs],
      ...(hint === undefined ? {} : { hint }),
      ...(align === undefined ? {} : { align }),
      ...(number === '' ? {} : { number }),
    }
  }

  private opens(by: Revision): NotedRun {
    return this.notes.place({ kind: 'opens', sticky: true, by })
  }

  private hintOf(properties: Element | null): Hint {
    const style = this.styles.get(valueIn(properties, 'pStyle') ?? '') ?? {}
    return hintOfLevel(valueIn(properties, 'outlineLvl')) ?? style.hint
  }

  /** Another style can be proposed, as far as it says another kind. */
  private retyped(properties: Element | null, hint: Hint): NotedRun[] {
    const change = childOf(properties, 'pPrChange')
    if (change === null) return []
    const before = this.hintOf(childOf(change, 'pPr'))
    if (before !== hint) {
      return [
        this.notes.place({ kind: 'retyped', sticky: true, by: this.context.revisionOf(change), before: kindOfHint(before) }),
      ]
    }
    this.losses.add('format')
    return []
  }

  private number(list: { num: string; level: number } | undefined): string {
    if (list === undefined || list.num === '0') return ''
    const number = this.numbers.next(list.num, list.level)
    if (number === '') this.losses.add('bullet')
    return number
  }

  /** A table of one cell only frames text: what it holds is read as if it stood outside. */
  private table(element: Element): SourceParagraph[] {
    const rows = rowsOf(element)
    const only = rows.length === 1 ? cellsOf(rows[0] as Element) : []
    if (only.length === 1 && only[0] !== undefined) {
      const inside: SourceParagraph[] = []
      this.collect(only[0], inside)
      this.closeAt(inside)
      return inside
    }
    const table = this.cells(rows)
    return table.rows.length === 0 ? [] : [{ kind: 'table', table }]
  }

  private cells(rows: readonly Element[]): TableBlock {
    const result: TableCell[][] = []
    /** For each column the cell that still grows downwards. */
    const growing: (TableCell | undefined)[] = []
    for (const row of rows) {
      const properties = childOf(row, 'trPr')
      if (childOf(properties, 'del') !== null || childOf(properties, 'ins') !== null)
        this.losses.add('row', row.textContent ?? '')
      const header = switchIn(properties, 'tblHeader') === true
      const cells: TableCell[] = []
      let column = 0
      for (const element of cellsOf(row)) {
        const cellProperties = childOf(element, 'tcPr')
        const colspan = clamp(Number(valueIn(cellProperties, 'gridSpan') ?? 1))
        const merge = childOf(cellProperties, 'vMerge')
        const above = growing[column]
        if (merge !== null && valueIn(cellProperties, 'vMerge') !== 'restart' && above !== undefined) above.rowspan += 1
        else {
          const cell = { header, colspan, rowspan: 1, paragraphs: this.cellParagraphs(element) }
          cells.push(cell)
          growing.fill(undefined, column, column + colspan)
          growing[column] = merge === null ? undefined : cell
        }
        column += colspan
        if (column > MOST_COLUMNS) break
      }
      // A row of continued cells only has none of its own: the cells above it end one row earlier.
      if (cells.length > 0) result.push(cells)
      else for (const cell of growing) if (cell !== undefined) cell.rowspan = Math.max(1, cell.rowspan - 1)
    }
    return { type: 'table', rows: result }
  }

  private cellParagraphs(cell: Element): ParagraphBlock[] {
    const inside: SourceParagraph[] = []
    this.collect(cell, inside)
    this.closeAt(inside)
    const paragraphs = inside.flatMap((item): ParagraphBlock[] => {
      if (item.kind === 'text') return splitLines(item)
      this.losses.add('nestedTable')
      return item.table.rows.flat().flatMap((nested) => nested.paragraphs)
    })
    return paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph', runs: [] }]
  }
}

/** Inside a cell nothing is recognised: numbers stay text, a soft break begins a paragraph. */
function splitLines({ runs, align, number }: SourceText): ParagraphBlock[] {
  const all: NotedRun[] = number === undefined ? runs : [{ text: number }, ...runs]
  const lines: NotedRun[][] = [[]]
  for (const run of all) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      const clean = text.replace(/\t/g, ' ')
      if (clean !== '' || run.text === '') lines.at(-1)?.push({ ...run, text: clean })
    })
  }
  return lines.map((line) => ({ type: 'paragraph', ...(align === undefined ? {} : { align }), runs: line }))
}

function isContentsTable(sdt: Element): boolean {
  const gallery = childOf(childOf(childOf(sdt, 'sdtPr'), 'docPartObj'), 'docPartGallery')
  return gallery !== null && /table of contents/i.test(gallery.getAttribute('w:val') ?? '')
}

function rowsOf(table: Element): Element[] {
  return childrenOf(table).flatMap((child) =>
    child.localName === 'tr' ? [child] : child.localName === 'sdt' ? rowsOf(childOf(child, 'sdtContent') ?? child) : [],
  )
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).flatMap((child) =>
    child.localName === 'tc' ? [child] : child.localName === 'sdt' ? cellsOf(childOf(child, 'sdtContent') ?? child) : [],
  )
}

function clamp(span: number): number {
  return Number.isInteger(span) ? Math.min(Math.max(span, 1), MOST_COLUMNS) : 1
}

/** Who lets a paragraph go on in the next one; null: it ends here. One of which all text goes goes as a whole. */
function goesWith(deleted: Revision | undefined, runs: readonly NotedRun[]): Revision | null {
  if (deleted !== undefined) return deleted
  if (textOfRuns(runs).trim() !== '') return null
  const note = noteOf(runs.at(-1))
  return note?.kind === 'gone' ? (note.piece.deleted ?? null) : lastEnd(runs)
}

function lastEnd(runs: readonly NotedRun[]): Revision | null {
  const note = noteOf(runs.at(-1))
  return note?.kind === 'end' ? note.by : null
}

function kindOfHint(hint: Hint): RichKind {
  if (hint === undefined) return { type: 'paragraph' }
  return hint === 'title' ? { type: 'title' } : { type: 'heading', level: hint }
}
