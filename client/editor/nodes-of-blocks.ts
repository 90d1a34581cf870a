/** Blocks as plain data → the editor's nodes. */
import type { Mark, Node as ProseMirrorNode, Schema } from '@tiptap/pm/model'
import type { Block, ParagraphBlock, Run, TableBlock } from '../../shared/schema/blocks'

export function nodesOfBlocks(schema: Schema, blocks: readonly Block[]): ProseMirrorNode[] {
  return blocks.map((block) => nodeOf(schema, block))
}

function nodeOf(schema: Schema, block: Block): ProseMirrorNode {
  switch (block.type) {
    case 'table':
      return tableOf(schema, block)
    case 'heading':
      return schema.node('heading', { level: block.level, runIn: block.runIn ?? null }, textNodes(schema, block.runs))
    case 'paragraph':
      return paragraphOf(schema, block)
    default:
      return schema.node(block.type, null, textNodes(schema, block.runs))
  }
}

function paragraphOf(schema: Schema, { ordinal, align, runs }: ParagraphBlock): ProseMirrorNode {
  return schema.node('paragraph', { ordinal: ordinal ?? null, align: align ?? null }, textNodes(schema, runs))
}

function tableOf(schema: Schema, table: TableBlock): ProseMirrorNode {
  const rows = table.rows.map((cells) =>
    schema.node(
      'tableRow',
      null,
      cells.map(({ header, colspan, rowspan, paragraphs }) =>
        schema.node(
          header ? 'tableHeader' : 'tableCell',
          { colspan, rowspan },
          paragraphs.map((paragraph) => paragraphOf(schema, paragraph)),
        ),
      ),
    ),
  )
  return schema.node('table', null, rows)
}

function textNodes(schema: Schema, runs: readonly Run[]): ProseMirrorNode[] {
  return runs.map(({ text, marks = [] }) =>
    schema.text(
      text,
      marks.map((mark): Mark => schema.mark(mark)),
    ),
  )
}
