/** A shared document with its suggestions and the places of its comments → paragraphs for a file. */
import type * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import { foreignName } from '../../shared/model/foreign-author'
import { type Block, MARKS, type MarkName, type TextBlock } from '../../shared/schema/blocks'
import { readBlocks, rootOf } from '../../shared/schema/ydoc'
import { textBlocksIn, textsOf } from '../../shared/suggestions/block-edits'
import { markOf } from '../../shared/suggestions/mark-key'
import {
  BREAK,
  type BlockKind,
  type ChangeAttrs,
  type InsertionAttrs,
  parseJoin,
  parseRetype,
  timeOf,
} from '../../shared/suggestions/proposal'
import type { ExportTask } from '../ports/exporter'
import { everyParagraph } from './suggestion-parts'
import {
  kindOfBlock,
  type Piece,
  type Revision,
  type RichBlock,
  type RichKind,
  type RichParagraph,
} from '../../shared/suggestions/rich-text'

interface Source extends Pick<ExportTask, 'names' | 'threads'> {
  /** Numbers the suggestions as they are met. */
  parts: Map<string, number>
}

interface Part {
  insert: string
  attributes?: Record<string, unknown>
}

export function richDocument(doc: Y.Doc, { names, threads }: Omit<Source, 'parts'>): RichBlock[] {
  const source: Source = { names, threads, parts: new Map() }
  const elements = textBlocksIn(rootOf(doc))
  const threadOn = new Map(threads.flatMap(({ id, suggestion }) => (suggestion === null ? [] : [[suggestion, id] as const])))
  let at = 0
  const paragraphsOf = (block: TextBlock, before: RichParagraph | undefined): RichParagraph[] => {
    const element = elements[at++]
    if (element === undefined) return []
    const join = parseJoin(element.getAttribute('join'))
    if (join !== null && before !== undefined) before.endDeleted = revisionOf(join, source)
    return paragraphsIn(element, block, source, threadOn)
  }
  const rich: RichBlock[] = []
  for (const block of readBlocks(rootOf(doc)) satisfies Block[]) {
    if (block.type !== 'table') {
      const before = rich.at(-1)
      rich.push(...paragraphsOf(block, before !== undefined && 'pieces' in before ? before : undefined))
      continue
    }
    rich.push({
      rows: block.rows.map((row) =>
        row.map(({ paragraphs, ...cell }) => {
          const inside: RichParagraph[] = []
          for (const paragraph of paragraphs) inside.push(...paragraphsOf(paragraph, inside.at(-1)))
          return { ...cell, paragraphs: inside }
        }),
      ),
    })
  }
  placeOthers(rich, source)
  return rich
}

/** A thread about a suggestion that is no text (a paragraph's end, its kind) stands over the text beside it. */
function placeOthers(rich: readonly RichBlock[], { threads, parts }: Source): void {
  const paragraphs = everyParagraph(rich)
  const placed = new Set(paragraphs.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.threads ?? [])))
  for (const { id, suggestion } of threads) {
    const part = suggestion === null || placed.has(id) ? undefined : parts.get(suggestion)
    if (part === undefined) continue
    const at = paragraphs.findIndex(({ endInserted, endDeleted, retyped }) =>
      [endInserted, endDeleted, retyped?.by].some((revision) => revision?.part === part),
    )
    const piece = paragraphs[at]?.pieces.at(-1) ?? paragraphs[at + 1]?.pieces[0]
    if (piece !== undefined) piece.threads = [...(piece.threads ?? []), id]
  }
}

/** One paragraph, or more where it is proposed to be split. */
function paragraphsIn(
  element: Y.XmlElement,
  block: TextBlock,
  source: Source,
  threadOn: ReadonlyMap<string, string>,
): RichParagraph[] {
  const before = kindOfBlock(block)
  const retype = parseRetype(element.getAttribute('retype'))
  const first: RichParagraph = {
    kind: retype === null ? before : turned(before, kindFor(retype.kind)),
    pieces: [],
    ...(retype === null ? {} : { retyped: { by: revisionOf(retype, source), before } }),
  }
  const paragraphs = [first]
  let last = first
  for (const { insert, attributes = {} } of textsOf(element).flatMap((text) => text.toDelta() as Part[])) {
    const marks = Object.entries(attributes).map(([key, attrs]) => ({ name: markOf(key), attrs }))
    const insertion = marks.find(({ name }) => name === 'insertion')?.attrs as InsertionAttrs | undefined
    const kind = insertion?.kind
    if (insertion !== undefined && kind) {
      // A break that is proposed to go again stands for nothing.
      if (marks.some(({ name }) => name === 'deletion')) continue
      for (let count = insert.split(BREAK).length - 1; count > 0; count--) {
        last.endInserted = revisionOf(insertion, source)
        last = { kind: kindFor(kind.slice('break:'.length) as BlockKind), pieces: [] }
        paragraphs.push(last)
      }
      continue
    }
    last.pieces.push(pieceOf(insert, marks, source, threadOn))
  }
  return paragraphs
}

function pieceOf(
  text: string,
  marks: readonly { name: string; attrs: unknown }[],
  source: Source,
  threadOn: ReadonlyMap<string, string>,
): Piece {
  const before = MARKS.filter((mark) => marks.some(({ name }) => name === mark))
  const after = new Set<MarkName>(before)
  const threads = new Set<string>()
  const piece: Piece = { text, marks: before }
  for (const { name, attrs } of marks) {
    const { id, author, thread } = attrs as { id?: string; author?: PersonId; thread?: string }
    if (name === 'comment' && thread !== undefined) threads.add(thread)
    if (id === undefined || author === undefined) continue
    const revision = revisionOf({ id, author }, source)
    const own = threadOn.get(id)
    if (own !== undefined) threads.add(own)
    if (name === 'insertion') piece.inserted = revision
    else if (name === 'deletion') piece.deleted = revision
    else if (name === 'change') {
      const { mark, on } = attrs as ChangeAttrs
      if (on) after.add(mark)
      else after.delete(mark)
      piece.restyled = { by: revision, before }
    }
  }
  piece.marks = MARKS.filter((mark) => after.has(mark))
  if (threads.size > 0) piece.threads = [...threads]
  return piece
}

function revisionOf({ id, author }: { id: string; author: PersonId }, { names, parts }: Source): Revision {
  const part = parts.get(id) ?? parts.size
  parts.set(id, part)
  return { author: foreignName(author) ?? names.get(author) ?? '', at: timeOf(id) ?? 0, part }
}

/** A paragraph that becomes an item, or none, stays where it is aligned (`retypeBlock`). */
function turned({ type, align }: RichKind, kind: RichKind): RichKind {
  return type === 'paragraph' && kind.type === 'paragraph' && align !== undefined ? { ...kind, align } : kind
}

function kindFor(kind: BlockKind): RichKind {
  if (kind === 'ordinal') return { type: 'paragraph', ordinal: true }
  if (kind === 'heading1') return { type: 'heading', level: 1 }
  if (kind === 'heading2') return { type: 'heading', level: 2 }
  if (kind === 'heading3') return { type: 'heading', level: 3 }
  if (kind === 'heading4') return { type: 'heading', level: 4 }
  return { type: kind }
}
