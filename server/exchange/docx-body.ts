/** A document's body → paragraphs and tables for the recogniser, in order. */
import type { Element } from '@xmldom/xmldom'
import type { SourceParagraph, SourceText } from '../../shared/outline/source'
import type { ParagraphBlock, Run, TableBlock, TableCell } from '../../shared/schema/blocks'
import type { Losses } from './docx-losses'
import type { ListNumbers } from './docx-numbers'
import { RunReader } from './docx-runs'
import type { Styles } from './docx-styles'
import { alignOf, hintOfLevel, listOf } from './docx-styles'
import { childOf, childrenOf, switchIn, valueIn } from './docx-xml'

const MOST_COLUMNS = 64

export class BodyReader {
  private readonly runs: RunReader
  /** Text of paragraphs whose end was deleted under track changes: it goes on in the next one. */
  private carried: Run[] = []

  constructor(
    private readonly styles: Styles,
    private readonly numbers: ListNumbers,
    private readonly losses: Losses,
  ) {
    this.runs = new RunReader(losses)
  }

  read(parent: Element): SourceParagraph[] {
    const paragraphs: SourceParagraph[] = []
    this.collect(parent, paragraphs)
    if (this.carried.length > 0) paragraphs.push({ kind: 'text', runs: this.carried })
    this.carried = []
    return paragraphs
  }

  private collect(parent: Element, paragraphs: SourceParagraph[]): void {
    for (const child of childrenOf(parent)) {
      switch (child.localName) {
        case 'p': {
          const paragraph = this.paragraph(child)
          if (paragraph !== null) paragraphs.push(paragraph)
          break
        }
        case 'tbl':
          paragraphs.push(...this.table(child))
          break
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
      }
    }
  }

  private paragraph(element: Element): SourceText | null {
    const properties = childOf(element, 'pPr')
    const style = this.styles.get(valueIn(properties, 'pStyle') ?? '') ?? {}
    const runs = [...this.carried, ...this.runs.read(element)]
    this.carried = []
    if (style.contents) {
      this.losses.add('contents', element.textContent ?? '')
      return null
    }
    const markDeleted = childOf(childOf(properties, 'rPr'), 'del') !== null
    if (markDeleted) {
      this.carried = runs
      return null
    }
    const hint = hintOfLevel(valueIn(properties, 'outlineLvl')) ?? style.hint
    const align = alignOf(properties) ?? (valueIn(properties, 'jc') === null ? style.align : undefined)
    const number = runs.length > 0 ? this.number(listOf(properties) ?? style.list) : ''
    return {
      kind: 'text',
      runs,
      ...(hint === undefined ? {} : { hint }),
      ...(align === undefined ? {} : { align }),
      ...(number === '' ? {} : { number }),
    }
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
      if (childOf(properties, 'del') !== null) {
        this.losses.add('deletion', row.textContent ?? '')
        continue
      }
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
  const all = number === undefined ? runs : [{ text: number }, ...runs]
  const lines: Run[][] = [[]]
  for (const run of all) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      const clean = text.replace(/\t/g, ' ')
      if (clean !== '') lines.at(-1)?.push({ ...run, text: clean })
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
