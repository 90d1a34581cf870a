/**
 * Blocks ↔ shared document. The layout is the one y-prosemirror gives the editor's nodes (one XmlElement a node, its text in
 * one XmlText, marks as formats `{bold: {}}`, absent attribute = default), so that opening a document writes nothing.
 */
import * as Y from 'yjs'
import type { Block, HeadingLevel, MarkName, ParagraphBlock, Run, TableBlock, TableCell } from './blocks'
import { MARKS } from './blocks'

/** The one root of a material's document. */
export const ROOT = 'default'

export function rootOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(ROOT)
}

/** Appends `blocks` to `fragment`, in one transaction if the caller opened one. */
export function appendBlocks(fragment: Y.XmlFragment, blocks: readonly Block[]): void {
  fragment.insert(fragment.length, blocks.map(elementOf))
}

/** A new document holding `blocks`, as one update. */
export function updateOf(blocks: readonly Block[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => appendBlocks(rootOf(doc), blocks))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

export function readBlocks(fragment: Y.XmlFragment): Block[] {
  return elementsIn(fragment).map(blockOf)
}

function elementOf(block: Block): Y.XmlElement {
  if (block.type === 'table') return tableElement(block)
  const element = new Y.XmlElement(block.type)
  if (block.type === 'heading') {
    setAttribute(element, 'level', block.level)
    if (block.runIn) setAttribute(element, 'runIn', true)
  }
  if (block.type === 'paragraph') {
    if (block.ordinal) setAttribute(element, 'ordinal', true)
    if (block.align) setAttribute(element, 'align', block.align)
  }
  if (block.runs.length > 0) element.insert(0, [textElement(block.runs)])
  return element
}

function tableElement(table: TableBlock): Y.XmlElement {
  const element = new Y.XmlElement('table')
  element.insert(
    0,
    table.rows.map((cells) => {
      const row = new Y.XmlElement('tableRow')
      row.insert(0, cells.map(cellElement))
      return row
    }),
  )
  return element
}

function cellElement(cell: TableCell): Y.XmlElement {
  const element = new Y.XmlElement(cell.header ? 'tableHeader' : 'tableCell')
  setAttribute(element, 'colspan', cell.colspan)
  setAttribute(element, 'rowspan', cell.rowspan)
  element.insert(0, cell.paragraphs.map(elementOf))
  return element
}

function textElement(runs: readonly Run[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    runs.map((run) => ({
      insert: run.text,
      attributes: Object.fromEntries((run.marks ?? []).map((mark) => [mark, {}])),
    })),
  )
  return text
}

/** Yjs types attributes as strings but stores any value; y-prosemirror stores numbers and booleans as they are. */
function setAttribute(element: Y.XmlElement, name: string, value: string | number | boolean): void {
  element.setAttribute(name, value as string)
}

function attribute(element: Y.XmlElement, name: string): unknown {
  return element.getAttribute(name)
}

function elementsIn(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement)
}

function blockOf(element: Y.XmlElement): Block {
  const runs = runsIn(element)
  switch (element.nodeName) {
    case 'title':
    case 'byline':
    case 'quote':
      return { type: element.nodeName, runs }
    case 'heading':
      return {
        type: 'heading',
        level: Number(attribute(element, 'level') ?? 1) as HeadingLevel,
        ...(attribute(element, 'runIn') === true ? { runIn: true } : {}),
        runs,
      }
    case 'table':
      return { type: 'table', rows: elementsIn(element).map((row) => elementsIn(row).map(cellOf)) }
    default:
      return paragraphOf(element)
  }
}

function cellOf(element: Y.XmlElement): TableCell {
  return {
    header: element.nodeName === 'tableHeader',
    colspan: Number(attribute(element, 'colspan') ?? 1),
    rowspan: Number(attribute(element, 'rowspan') ?? 1),
    paragraphs: elementsIn(element).map(paragraphOf),
  }
}

function paragraphOf(element: Y.XmlElement): ParagraphBlock {
  const align = attribute(element, 'align')
  return {
    type: 'paragraph',
    ...(attribute(element, 'ordinal') === true ? { ordinal: true } : {}),
    ...(align === 'center' || align === 'right' ? { align } : {}),
    runs: runsIn(element),
  }
}

function runsIn(element: Y.XmlElement): Run[] {
  const runs: Run[] = []
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlText)) continue
    for (const part of child.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
      if (typeof part.insert !== 'string' || part.insert === '') continue
      const marks = MARKS.filter((mark): mark is MarkName => part.attributes?.[mark] !== undefined)
      // Formats that are none of these marks split the text where no run ends.
      const last = runs.at(-1)
      if (last && (last.marks ?? []).join() === marks.join()) last.text += part.insert
      else runs.push(marks.length > 0 ? { text: part.insert, marks } : { text: part.insert })
    }
  }
  return runs
}
