/** A rich document → .docx in the official layout. Drawn numbers become text under a style of their own, by which they are known again. */
import { strToU8, zipSync } from 'fflate'
import { Numbering, headingNumber, ordinalNumber } from '../../shared/outline/numbering'
import type { ExportedThread } from '../ports/exporter'
import { commentParts, type PlacedComment } from './docx-comments'
import {
  contentTypesPart,
  fontTablePart,
  footerPart,
  NAMESPACES,
  PACKAGE_RELATIONSHIPS,
  relationshipsPart,
  SECTION,
  settingsPart,
  stylesPart,
  XML,
} from './docx-parts'
import { type Numbered, ParagraphWriter } from './docx-paragraph'
import type { RichBlock, RichCell, RichKind, RichParagraph } from '../../shared/suggestions/rich-text'
import { escaped, wordTime } from './xml-text'

export interface DocxOptions {
  title: string
  threads: readonly ExportedThread[]
  /** Minutes by which local time is ahead of UTC. */
  offset: number
}

export function writeDocx(blocks: readonly RichBlock[], options: DocxOptions): Uint8Array {
  const placed = new Map<string, PlacedComment[]>()
  let comments = 0
  for (const thread of options.threads)
    placed.set(
      thread.id,
      thread.comments.map((comment) => ({ ...comment, id: comments++ })),
    )
  const writer = new ParagraphWriter(options.offset, placed, lastPieceOf(blocks))
  const body = bodyOf(blocks, writer)
  const anchored = options.threads.filter(({ id }) => writer.anchored.has(id))
  const hasComments = anchored.length > 0
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesPart(hasComments),
    '_rels/.rels': PACKAGE_RELATIONSHIPS,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(options.title)}</dc:title></cp:coreProperties>`,
    'word/document.xml': `${XML}<w:document ${NAMESPACES}><w:body>${body}${SECTION}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationshipsPart(hasComments),
    'word/styles.xml': stylesPart(),
    'word/fontTable.xml': fontTablePart(),
    'word/settings.xml': settingsPart(),
    'word/footer1.xml': footerPart('right'),
    'word/footer2.xml': footerPart('left'),
    ...(hasComments ? commentParts(anchored, placed, (at) => wordTime(at, options.offset)) : {}),
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

function bodyOf(blocks: readonly RichBlock[], writer: ParagraphWriter): string {
  const numbering = new Numbering()
  let body = ''
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    if (block === undefined) continue
    if ('rows' in block) {
      body += tableOf(block.rows, writer)
      // Word wants a paragraph between a table and what has none after it.
      const next = blocks[index + 1]
      if (next === undefined || 'rows' in next) body += writer.spacer()
      continue
    }
    const number = numbersOf(block, numbering)
    const next = blocks[index + 1]
    if (block.kind.runIn && next !== undefined && !('rows' in next) && joins(block, next)) {
      body += writer.runIn({ ...block, number }, { ...next, number: numbersOf(next, numbering) })
      index += 1
    } else body += writer.paragraph({ ...block, number })
  }
  return body
}

/** A heading is set at the start of the paragraph after it, unless something is proposed for where the two meet. */
function joins(heading: RichParagraph, next: RichParagraph): boolean {
  const isSettled = ({ retyped, endInserted, endDeleted }: RichParagraph) =>
    retyped === undefined && endInserted === undefined && endDeleted === undefined
  return next.kind.type === 'paragraph' && isSettled(heading) && isSettled(next)
}

/** The number it has now; where the kind is only proposed, the one it had as well. */
function numbersOf({ kind, retyped }: RichParagraph, numbering: Numbering): Numbered['number'] {
  const numberFor = (of: RichKind): string => {
    if (of.type === 'heading') return headingNumber(of.level ?? 1, numbering.heading(of.level ?? 1))
    return of.type === 'paragraph' && of.ordinal ? ordinalNumber(numbering.ordinal()) : ''
  }
  if (retyped === undefined) return { now: numberFor(kind), before: '' }
  const before = numberFor(retyped.before)
  return { now: numberFor(kind), before }
}

function tableOf(rows: readonly (readonly RichCell[])[], writer: ParagraphWriter): string {
  /** For each column how many rows its cell still grows downwards, and how wide it is. */
  const growing: { rows: number; span: number }[] = []
  const columns = Math.max(1, ...rows.map((row) => row.reduce((sum, { colspan }) => sum + colspan, 0)))
  const width = Math.floor(8844 / columns)
  const lines = rows.map((cells) => {
    let line = ''
    let column = 0
    const continued = () => {
      for (let above = growing[column]; above !== undefined && above.rows > 0; above = growing[column]) {
        above.rows -= 1
        line += cellOf(width * above.span, above.span, '<w:vMerge/>', writer.spacer())
        column += above.span
      }
    }
    for (const cell of cells) {
      continued()
      const merge = cell.rowspan > 1 ? '<w:vMerge w:val="restart"/>' : ''
      line += cellOf(width * cell.colspan, cell.colspan, merge, writer.cell(cell))
      growing[column] = { rows: cell.rowspan - 1, span: cell.colspan }
      column += cell.colspan
    }
    continued()
    return `<w:tr>${cells.length > 0 && cells.every(({ header }) => header) ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${line}</w:tr>`
  })
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('')
  const grid = Array.from({ length: columns }, () => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`
}

function cellOf(width: number, span: number, merge: string, content: string): string {
  const gridSpan = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${gridSpan}${merge}</w:tcPr>${content}</w:tc>`
}

/** Which piece is the last of each thread: there its range ends. */
function lastPieceOf(blocks: readonly RichBlock[]): Map<string, object> {
  const last = new Map<string, object>()
  const visit = ({ pieces }: RichParagraph) => {
    for (const piece of pieces) for (const thread of piece.threads ?? []) last.set(thread, piece)
  }
  for (const block of blocks) {
    if ('rows' in block) for (const cell of block.rows.flat()) cell.paragraphs.forEach(visit)
    else visit(block)
  }
  return last
}
