import { memo, type ReactNode } from 'react'
import { drawnNumbers } from '../../../../shared/outline/numbering'
import type { Block, MarkName, Run, TableBlock, TableCell } from '../../../../shared/schema/blocks'
import { numbered } from '../numbered'
import type { Lit } from './lit-blocks'
import classes from './PresentedText.module.css'

interface PresentedTextProps {
  blocks: readonly Block[]
  lit: Lit | null
}

/** The text before the meeting, to be read only. How large and how lit is the style sheet's matter. */
export function PresentedText({ blocks, lit }: PresentedTextProps) {
  const numbers = drawnNumbers(blocks)
  return (
    <>
      {numbered(blocks).map(({ n, one }) => (
        <OneBlock key={n} block={one} index={n} number={numbers[n] ?? ''} isLit={lit !== null && n >= lit.from && n <= lit.to} />
      ))}
    </>
  )
}

interface OneBlockProps {
  block: Block
  index: number
  number: string
  isLit: boolean
}

const HEADINGS = ['h2', 'h3', 'h4', 'h5'] as const

const OneBlock = memo(function OneBlock({ block, index, number, isLit }: OneBlockProps) {
  const place = { 'data-block': index, 'data-lit': isLit || undefined }
  if (block.type === 'table') {
    return (
      <div className={classes.tableBox} {...place}>
        <TableOf table={block} />
      </div>
    )
  }
  const words = (
    <>
      {number !== '' && <span data-drawn>{number}</span>}
      <Runs runs={block.runs} />
    </>
  )
  if (block.type === 'heading') {
    const Tag = HEADINGS[block.level - 1] ?? 'h5'
    return (
      <Tag className={classes.heading} data-level={block.level} {...place}>
        {words}
      </Tag>
    )
  }
  if (block.type === 'quote') {
    return (
      <blockquote className={classes.quote} {...place}>
        {words}
      </blockquote>
    )
  }
  const align = block.type === 'paragraph' ? block.align : undefined
  return (
    <p className={classes[block.type]} data-align={align} {...place}>
      {words}
    </p>
  )
})

function TableOf({ table }: { table: TableBlock }) {
  return (
    <table>
      <tbody>
        {numbered(table.rows).map(({ n, one: row }) => (
          <tr key={n}>
            {numbered(row).map(({ n: column, one: cell }) => (
              <Cell key={column} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ cell }: { cell: TableCell }) {
  const Tag = cell.header ? 'th' : 'td'
  return (
    <Tag colSpan={cell.colspan} rowSpan={cell.rowspan}>
      {numbered(cell.paragraphs).map(({ n, one }) => (
        <p key={n}>
          <Runs runs={one.runs} />
        </p>
      ))}
    </Tag>
  )
}

const TAGS: Record<MarkName, 'strong' | 'em' | 'u'> = { bold: 'strong', italic: 'em', underline: 'u' }

function Runs({ runs }: { runs: readonly Run[] }): ReactNode {
  return numbered(runs).map(({ n, one: { text, marks = [] } }) => <Marked key={n} text={text} marks={marks} />)
}

function Marked({ text, marks }: { text: string; marks: readonly MarkName[] }): ReactNode {
  const [mark, ...rest] = marks
  if (mark === undefined) return text
  const Tag = TAGS[mark]
  return (
    <Tag>
      <Marked text={text} marks={rest} />
    </Tag>
  )
}
