/** A failure in the person's language: its cause, what is safe, and one thing to do. */
import type { TFunction } from 'i18next'
import type { Failure } from './failure'

export interface FailureWords {
  cause: string
  safe: string
  next: string
}

export function wordsOf(failure: Failure, t: TFunction): FailureWords {
  const { code } = failure
  // The server may leave the minutes out; the shortest honest advice is the rule's default.
  const data = code === 'LOCKED_OUT' ? { minutes: 30, ...failure.data } : failure.data
  return { cause: t(`errors.${code}.cause`, data), safe: t(`errors.${code}.safe`, data), next: t(`errors.${code}.next`, data) }
}
