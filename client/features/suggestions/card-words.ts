/** What a suggestion proposes, in words: 将“…”改为“…” · 插入“…” · 另起一段 · 改为标题… The text's own words stay apart, so that they can be drawn as in the text. */
import type { TFunction } from 'i18next'
import type { MarkName } from '../../../shared/schema/blocks'
import { kindOfCard, type SuggestionCard } from '../../../shared/suggestions/cards'

export type WhatSuggested = Pick<SuggestionCard, 'inserted' | 'deleted' | 'retype' | 'changes'>

export interface Words {
  /** `plain`: ours; the others are words of the text. */
  kind: 'plain' | 'inserted' | 'deleted' | 'quoted'
  text: string
}

/** Stand for the words of the text while our sentence is put together; private to this file, so no text can hold them. */
const HOLES = { inserted: '\uE0F0', deleted: '\uE0F1', quoted: '\uE0F2' } as const
const KIND_OF_HOLE = new Map<string, keyof typeof HOLES>([
  [HOLES.inserted, 'inserted'],
  [HOLES.deleted, 'deleted'],
  [HOLES.quoted, 'quoted'],
])

export function wordsOf(card: WhatSuggested, t: TFunction): Words[] {
  return clausesOf(card, t).flatMap((clause, index) => [
    ...(index > 0 ? [{ kind: 'plain' as const, text: t('suggestions.what.and') }] : []),
    ...clause,
  ])
}

/** The same as one line of text. */
export function sentenceOf(card: WhatSuggested, t: TFunction): string {
  return wordsOf(card, t)
    .map((words) => words.text)
    .join('')
}

function clausesOf(card: WhatSuggested, t: TFunction): Words[][] {
  const clauses: Words[][] = []
  const kind = kindOfCard(card)
  const inserted = visible(card.inserted)
  const deleted = visible(card.deleted)
  if (kind === 'replace' || kind === 'insert' || kind === 'delete') {
    const sentence = t(`suggestions.what.${kind}`, HOLES)
    clauses.push(filled(sentence, { inserted, deleted }))
    // A join proposed together with new text: the break is all that goes.
    if (kind === 'insert' && card.deleted !== '') clauses.push(plain(t('suggestions.what.join')))
  } else if (kind === 'split' || kind === 'join') {
    clauses.push(plain(t(`suggestions.what.${kind}`)))
  }
  if (card.retype !== null) {
    clauses.push(plain(t('suggestions.what.retype', { kind: t(`suggestions.kind.${card.retype}`) })))
  }
  for (const { mark, on, text } of formatsOf(card.changes)) {
    const sentence = t(`suggestions.what.${mark}${on ? 'On' : 'Off'}`, { text: HOLES.quoted })
    clauses.push(filled(sentence, { quoted: visible(text) }))
  }
  return clauses
}

/** One format over text that stands in several pieces is one clause. */
function formatsOf(changes: WhatSuggested['changes']): { mark: MarkName; on: boolean; text: string }[] {
  const formats: { mark: MarkName; on: boolean; text: string }[] = []
  for (const { mark, on, text } of changes) {
    const known = formats.find((format) => format.mark === mark && format.on === on)
    if (known === undefined) formats.push({ mark, on, text })
    else known.text += text
  }
  return formats
}

function plain(text: string): Words[] {
  return [{ kind: 'plain', text }]
}

function filled(sentence: string, values: Partial<Record<keyof typeof HOLES, string>>): Words[] {
  return sentence
    .split(/([\uE0F0-\uE0F2])/)
    .filter((part) => part !== '')
    .map((part) => {
      const kind = KIND_OF_HOLE.get(part)
      return kind === undefined ? { kind: 'plain', text: part } : { kind, text: values[kind] ?? '' }
    })
}

/** A break is drawn as the sign it has in the text. */
function visible(text: string): string {
  return text.replaceAll('\n', '¶')
}
