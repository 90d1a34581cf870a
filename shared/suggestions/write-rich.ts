/** Paragraphs with what is proposed for them → a shared document. Who proposed it is known by name only, whatever the name (`foreign-author.ts`). */
import type * as Y from 'yjs'
import { foreignAuthor } from '../model/foreign-author'
import type { Block, ParagraphBlock, TextBlock } from '../schema/blocks'
import { appendBlocks } from '../schema/ydoc'
import { textBlocksIn, textOfBlock } from './block-edits'
import { overlappingKey } from './mark-key'
import { BREAK, type BlockKind, joinValue, newSuggestionId, retypeValue } from './proposal'
import type { Piece, Revision, RichBlock, RichKind, RichParagraph } from './rich-text'

/** Before this nobody kept revisions. */
const EARLIEST = Date.UTC(1990, 0)
/** How many suggestions of one moment an id can tell apart. */
const ID_SPACE = 36 ** 5
const MAX_QUOTE_CHARS = 300

export interface WriteOptions {
  /** Unix ms: nothing was proposed later, and what has no time was proposed now. */
  now: number
  /** 0 ≤ value < 1: so that what is written twice has other ids. */
  random: number
}

export interface Written {
  /** The words each thread stands over. */
  quotes: Record<string, string>
  /** The id each suggestion of the file (`Revision.part`) has now. */
  suggestions: Record<number, string>
}

/** Paragraphs that are one block in the document: their ends are only proposed. */
interface Group {
  paragraphs: RichParagraph[]
  /** The end of the block before goes. */
  join: Revision | null
}

/** Appends `blocks` to `fragment`, inside the caller's transaction. */
export function writeRich(fragment: Y.XmlFragment, blocks: readonly RichBlock[], options: WriteOptions): Written {
  const writer = new Writer(options)
  const groups: Group[] = []
  const grouped = (paragraphs: readonly RichParagraph[]) => {
    const made = groupsOf(paragraphs)
    groups.push(...made)
    return made.map(({ paragraphs: [first] }) => emptyBlock(first))
  }
  const shapes: Block[] = []
  let together: RichParagraph[] = []
  for (const block of [...blocks, null]) {
    if (block !== null && 'pieces' in block) {
      together.push(block)
      continue
    }
    shapes.push(...grouped(together))
    together = []
    if (block === null) continue
    const rows = block.rows.map((row) =>
      row.map((cell) => ({ ...cell, paragraphs: grouped(cell.paragraphs) as ParagraphBlock[] })),
    )
    shapes.push({ type: 'table', rows })
  }
  const before = textBlocksIn(fragment).length
  appendBlocks(fragment, shapes)
  const elements = textBlocksIn(fragment).slice(before)
  elements.forEach((element, index) => {
    const group = groups[index]
    if (group !== undefined) writer.write(element, group)
  })
  return writer.written
}

function groupsOf(paragraphs: readonly RichParagraph[]): Group[] {
  const groups: Group[] = []
  let before: RichParagraph | undefined
  for (const paragraph of paragraphs) {
    const last = groups.at(-1)
    if (before?.endInserted !== undefined && last !== undefined) last.paragraphs.push(paragraph)
    else groups.push({ paragraphs: [paragraph], join: before?.endDeleted ?? null })
    before = paragraph
  }
  return groups
}

/** As it was before anything was proposed. */
function emptyBlock(paragraph: RichParagraph | undefined): TextBlock {
  const kind: RichKind = paragraph?.retyped?.before ?? paragraph?.kind ?? { type: 'paragraph' }
  const { type, level = 1, runIn, ordinal, align } = kind
  if (type === 'heading') return { type, level, ...(runIn ? { runIn } : {}), runs: [] }
  if (type !== 'paragraph') return { type, runs: [] }
  return { type, ...(ordinal ? { ordinal } : {}), ...(align ? { align } : {}), runs: [] }
}

class Writer {
  readonly written: Written = { quotes: {}, suggestions: {} }
  readonly #options: WriteOptions

  constructor(options: WriteOptions) {
    this.#options = options
  }

  write(element: Y.XmlElement, { paragraphs, join }: Group): void {
    const [first] = paragraphs
    if (join !== null) element.setAttribute('join', joinValue(this.#signed(join)))
    if (first?.retyped !== undefined)
      element.setAttribute('retype', retypeValue({ ...this.#signed(first.retyped.by), kind: blockKind(first.kind) }))
    const delta = paragraphs.flatMap(({ pieces, endInserted }, index) => {
      const next = paragraphs[index + 1]
      const parts = pieces.flatMap((piece) => this.#part(piece))
      if (next === undefined || endInserted === undefined) return parts
      const { author, id } = this.#signed(endInserted)
      const attrs = { id, author, kind: `break:${blockKind(next.kind)}` }
      return [...parts, { insert: BREAK, attributes: { [overlappingKey('insertion', attrs)]: attrs } }]
    })
    if (delta.length > 0) textOfBlock(element).applyDelta(delta)
  }

  #part({ text, marks, inserted, deleted, restyled, threads = [] }: Piece): { insert: string; attributes: object }[] {
    if (text === '') return []
    const settled = restyled?.before ?? marks
    const attributes: Record<string, unknown> = Object.fromEntries(settled.map((mark) => [mark, {}]))
    const add = (name: string, attrs: Record<string, unknown>) => {
      attributes[overlappingKey(name, attrs)] = attrs
    }
    if (inserted !== undefined) {
      const { author, id } = this.#signed(inserted)
      add('insertion', { id, author, kind: null })
    }
    if (deleted !== undefined) {
      const { author, id } = this.#signed(deleted)
      add('deletion', { id, author })
    }
    if (restyled !== undefined) {
      const { author, id } = this.#signed(restyled.by)
      for (const mark of marks) if (!settled.includes(mark)) add('change', { id, author, mark, on: true })
      for (const mark of settled) if (!marks.includes(mark)) add('change', { id, author, mark, on: false })
    }
    for (const thread of threads) {
      add('comment', { thread })
      this.written.quotes[thread] = `${this.written.quotes[thread] ?? ''}${text}`.slice(0, MAX_QUOTE_CHARS)
    }
    return [{ insert: text, attributes }]
  }

  #signed({ author: name, at, part = 0 }: Revision): { author: ReturnType<typeof foreignAuthor>; id: string } {
    const { now, random } = this.#options
    const author = foreignAuthor(name)
    const made = at >= EARLIEST && at <= now ? at : now
    const tail = (((Math.floor(random * ID_SPACE) + part) % ID_SPACE) + 0.5) / ID_SPACE
    const id = this.written.suggestions[part] ?? newSuggestionId(author, made, tail)
    this.written.suggestions[part] = id
    return { author, id }
  }
}

/** What can be proposed says less than what can stand. */
function blockKind({ type, level = 1, ordinal }: RichKind): BlockKind {
  if (type === 'heading') return `heading${level}`
  if (type !== 'paragraph') return type
  return ordinal ? 'ordinal' : 'paragraph'
}
