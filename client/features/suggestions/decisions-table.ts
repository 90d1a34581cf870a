/** 修改意见采纳情况表: one row a suggestion, with what was decided on it. */
import type { TFunction } from 'i18next'
import type { SuggestionDecision } from '../../lib/api-types'
import { authorName } from '../../lib/author-name'
import { sentenceOf } from './card-words'
import { dateAndTime } from './date-and-time'

const COLUMNS = ['number', 'author', 'proposedAt', 'what', 'decision', 'reason', 'decider', 'decidedAt', 'undoneAt'] as const

export type Outcome = 'accept' | 'reject' | 'withdraw'

/** Refusing what one proposed oneself is taking it back. */
export function outcomeOf({ decision, decider, suggestions }: SuggestionDecision): Outcome {
  const isOwn = suggestions.every((suggestion) => suggestion.author === decider)
  return decision === 'reject' && isOwn ? 'withdraw' : decision
}

/** Header and rows, in the order in which it was decided. */
export function decisionRows(decisions: readonly SuggestionDecision[], t: TFunction, language: string): string[][] {
  const oldestFirst = decisions.toSorted((a, b) => a.at - b.at)
  const rows = oldestFirst.flatMap((decision) =>
    decision.suggestions.map((suggestion) => [
      authorName(suggestion.author, suggestion.authorName, t),
      dateAndTime(suggestion.at, language),
      sentenceOf(suggestion, t),
      t(`suggestions.decisions.${outcomeOf(decision)}`),
      decision.reason,
      decision.deciderName,
      dateAndTime(decision.at, language),
      decision.undoneAt === null ? '' : dateAndTime(decision.undoneAt, language),
    ]),
  )
  return [
    COLUMNS.map((column) => t(`suggestions.decisions.columns.${column}`)),
    ...rows.map((row, index) => [String(index + 1), ...row]),
  ]
}
