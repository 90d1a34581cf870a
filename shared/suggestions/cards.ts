/** Suggestions as people read them: one card an id, in the order of the text, with what it says in the words of the text. */
import type * as Y from 'yjs'
import type { PersonId } from '../ids'
import type { MarkName } from '../schema/blocks'
import { textBlocksIn, textsOf } from './block-edits'
import { markOf } from './mark-key'
import {
  BREAK,
  type BlockKind,
  type ChangeAttrs,
  type DeletionAttrs,
  type InsertionAttrs,
  parseJoin,
  parseRetype,
} from './proposal'

export interface SuggestionCard {
  id: string
  author: PersonId
  /** Proposed text; a proposed break is a `\n`. */
  inserted: string
  /** Text proposed to go; a proposed join is a `\n`. */
  deleted: string
  retype: BlockKind | null
  changes: { mark: MarkName; on: boolean; text: string }[]
}

/** How a card begins: 将“…”改为“…” · 插入 · 删除 · 另起一段 · 合并段落 · 改为标题 … · 加粗 … */
export type CardKind = 'replace' | 'insert' | 'delete' | 'split' | 'join' | 'retype' | 'format'

export function kindOfCard(card: Pick<SuggestionCard, 'inserted' | 'deleted' | 'retype' | 'changes'>): CardKind {
  const { inserted, deleted, retype } = card
  if (inserted !== '' && deleted !== '') return deleted === '\n' ? 'insert' : 'replace'
  if (inserted !== '') return inserted === '\n' ? 'split' : 'insert'
  if (deleted !== '') return deleted === '\n' ? 'join' : 'delete'
  return retype === null ? 'format' : 'retype'
}

/** Collects cards while a document is walked from front to back; the editor and the server walk different trees. */
export class CardCollector {
  readonly #cards = new Map<string, SuggestionCard>()

  block(join: unknown, retype: unknown): void {
    const joined = parseJoin(join)
    if (joined) this.#card(joined.id, joined.author).deleted += '\n'
    const retyped = parseRetype(retype)
    if (retyped) this.#card(retyped.id, retyped.author).retype = retyped.kind
  }

  text(text: string, marks: readonly { name: string; attrs: unknown }[]): void {
    for (const { name, attrs } of marks) {
      if (name === 'insertion') {
        const { id, author, kind } = attrs as InsertionAttrs
        this.#card(id, author).inserted += kind === null ? text : text.replaceAll(BREAK, '\n')
      } else if (name === 'deletion') {
        const { id, author } = attrs as DeletionAttrs
        this.#card(id, author).deleted += text
      } else if (name === 'change') {
        const { id, author, mark, on } = attrs as ChangeAttrs
        this.#card(id, author).changes.push({ mark, on, text })
      }
    }
  }

  cards(): SuggestionCard[] {
    return [...this.#cards.values()]
  }

  #card(id: string, author: PersonId): SuggestionCard {
    const found = this.#cards.get(id)
    if (found) return found
    const made: SuggestionCard = { id, author, inserted: '', deleted: '', retype: null, changes: [] }
    this.#cards.set(id, made)
    return made
  }
}

/** The cards of a shared document. */
export function cardsIn(fragment: Y.XmlFragment): SuggestionCard[] {
  const collector = new CardCollector()
  for (const block of textBlocksIn(fragment)) {
    collector.block(block.getAttribute('join'), block.getAttribute('retype'))
    for (const text of textsOf(block)) {
      for (const part of text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]) {
        const marks = Object.entries(part.attributes ?? {}).map(([key, attrs]) => ({ name: markOf(key), attrs }))
        collector.text(part.insert, marks)
      }
    }
  }
  return collector.cards()
}
