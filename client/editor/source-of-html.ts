/**
 * HTML from Word, WPS or a web page → paragraphs as the recogniser reads them: text under the three marks we know, what styles
 * say about headings, drawn list numbers as text, tables. Everything else (mso styles, fonts, o:p, comments, pictures) goes.
 */
import type { HeadingLevel, MarkName, ParagraphBlock, Run, TableBlock, TableCell } from '../../shared/schema/blocks'
import { MARKS, textOf } from '../../shared/schema/blocks'
import type { SourceParagraph, SourceText } from '../../shared/outline/source'

const BLOCKS = new Set([
  'P',
  'DIV',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LI',
  'BLOCKQUOTE',
  'UL',
  'OL',
  'SECTION',
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'DD',
  'DT',
  'DL',
  'PRE',
  'TD',
  'TH',
  'TR',
  'CENTER',
  'FIGURE',
  'FIGCAPTION',
  'BODY',
])
const LEFT_OUT = new Set([
  'STYLE',
  'SCRIPT',
  'META',
  'LINK',
  'TITLE',
  'HEAD',
  'IMG',
  'SVG',
  'OBJECT',
  'IFRAME',
  'TEMPLATE',
  'NOSCRIPT',
  'XML',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
])

export function sourceOfHtml(html: string): SourceParagraph[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const reader = new Reader()
  reader.children(page.body, [])
  reader.close()
  return reader.paragraphs
}

/** The writer's line end between two Chinese characters is no space, as it would be between words. */
const WRAPPED_CHINESE =
  /(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])[ \t]*\r?\n[ \t]*(?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])/g

type Look = Pick<SourceText, 'hint' | 'align' | 'number'>

class Reader {
  readonly paragraphs: SourceParagraph[] = []
  private runs: Run[] = []
  private look: Look = {}

  children(parent: Node, marks: readonly MarkName[]): void {
    for (const child of parent.childNodes) this.node(child, marks)
  }

  private node(node: Node, marks: readonly MarkName[]): void {
    if (node instanceof Text) return this.text(node.data, marks)
    if (!(node instanceof HTMLElement) || LEFT_OUT.has(node.tagName) || isHidden(node)) return
    if (isListNumber(node)) {
      this.look.number = (node.textContent ?? '').trim()
      return
    }
    if (node.tagName === 'BR') return this.close()
    if (node.tagName === 'TABLE') return this.table(node)
    const inside = marksOf(node, marks)
    if (!BLOCKS.has(node.tagName)) return this.children(node, inside)
    this.close()
    this.look = lookOf(node)
    this.children(node, inside)
    this.close()
  }

  private text(data: string, marks: readonly MarkName[]): void {
    const text = data.replace(WRAPPED_CHINESE, '').replace(/[ \t\r\n]+/g, ' ')
    if (text === '' || (text === ' ' && this.runs.length === 0)) return
    const sorted = MARKS.filter((mark) => marks.includes(mark))
    const last = this.runs.at(-1)
    if (last !== undefined && (last.marks ?? []).join() === sorted.join()) last.text += text
    else this.runs.push(sorted.length > 0 ? { text, marks: sorted } : { text })
  }

  private table(table: HTMLElement): void {
    this.close()
    const rows = Array.from(table.querySelectorAll('tr'))
      .filter((row) => row.closest('table') === table)
      .map((row) =>
        Array.from(row.children)
          .filter((cell) => cell instanceof HTMLTableCellElement)
          .map(cellOf),
      )
      .filter((cells) => cells.length > 0)
    if (rows.length > 0) this.paragraphs.push({ kind: 'table', table: { type: 'table', rows } satisfies TableBlock })
  }

  close(): void {
    const runs = trimmed(this.runs)
    if (runs.length > 0) this.paragraphs.push({ kind: 'text', runs, ...this.look })
    this.runs = []
    // A line break inside of a paragraph begins a paragraph that looks the same but has no number and no style of its own.
    this.look = this.look.align ? { align: this.look.align } : {}
  }
}

function cellOf(cell: HTMLTableCellElement): TableCell {
  const reader = new Reader()
  reader.children(cell, [])
  reader.close()
  const paragraphs = reader.paragraphs.map((paragraph): ParagraphBlock => {
    if (paragraph.kind === 'text') return { type: 'paragraph', runs: paragraph.runs }
    const text = paragraph.table.rows
      .flat()
      .flatMap((inner) => inner.paragraphs.map(textOf))
      .join(' ')
    return { type: 'paragraph', runs: text === '' ? [] : [{ text }] }
  })
  return {
    header: cell.tagName === 'TH',
    colspan: Math.max(1, cell.colSpan),
    rowspan: Math.max(1, cell.rowSpan),
    paragraphs: paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph', runs: [] }],
  }
}

function trimmed(runs: readonly Run[]): Run[] {
  const result = runs.map((run) => ({ ...run }))
  const first = result[0]
  const last = result.at(-1)
  if (first !== undefined) first.text = first.text.replace(/^ +/, '')
  if (last !== undefined) last.text = last.text.replace(/ +$/, '')
  return result.filter(({ text }) => text !== '')
}

/** `display:none`, and what Word hides by its own property. */
function isHidden(element: HTMLElement): boolean {
  const style = element.getAttribute('style') ?? ''
  return /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style)
}

/** Word writes an automatic number as text in a span of its own. */
function isListNumber(element: HTMLElement): boolean {
  return /mso-list\s*:\s*Ignore/i.test(element.getAttribute('style') ?? '')
}

function marksOf(element: HTMLElement, marks: readonly MarkName[]): readonly MarkName[] {
  const style = element.getAttribute('style') ?? ''
  const found = new Set(marks)
  if (/^(?:B|STRONG)$/.test(element.tagName) || /(?<![-\w])font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) found.add('bold')
  if (/(?<![-\w])font-weight\s*:\s*(?:normal|[1-5]00)/i.test(style)) found.delete('bold')
  if (/^(?:I|EM)$/.test(element.tagName) || /(?<![-\w])font-style\s*:\s*italic/i.test(style)) found.add('italic')
  if (/(?<![-\w])font-style\s*:\s*normal/i.test(style)) found.delete('italic')
  if (element.tagName === 'U' || /(?<![-\w])text-decoration[^;]*underline/i.test(style)) found.add('underline')
  return Array.from(found)
}

function lookOf(element: HTMLElement): Look {
  const style = element.getAttribute('style') ?? ''
  const hint = hintOf(element, style)
  const align = /text-align\s*:\s*(center|right)/i.exec(style)?.[1] ?? element.getAttribute('align')
  return {
    ...(hint ? { hint } : {}),
    ...(align === 'center' || align === 'right' ? { align } : {}),
  }
}

function hintOf(element: HTMLElement, style: string): 'title' | HeadingLevel | null {
  const name = element.className
  if (/MsoTitle/i.test(name)) return 'title'
  const level = Number(
    /mso-outline-level\s*:\s*(\d)/i.exec(style)?.[1] ??
      /MsoHeading(\d)/i.exec(name)?.[1] ??
      /^H([1-6])$/.exec(element.tagName)?.[1] ??
      0,
  )
  return level >= 1 && level <= 4 ? (level as HeadingLevel) : null
}
