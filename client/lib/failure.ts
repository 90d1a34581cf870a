/** Anything that was thrown, as something that can be worded. */
import { ORPCError } from '@orpc/client'
import { type ErrorCode, ERRORS } from '../../shared/errors'
import { reachability } from './reachability'

export type FailureCode = ErrorCode | 'UNREACHABLE' | 'UNEXPECTED' | 'OUTDATED_PAGE'

export interface Failure {
  code: FailureCode
  /** Facts for the wording, such as `{ minutes: 30 }`. */
  data: Record<string, string | number>
}

export function failureOf(error: unknown): Failure {
  if (error instanceof ORPCError) {
    if (isErrorCode(error.code)) return { code: error.code, data: factsIn(error.data) }
    return { code: isGatewayStatus(error.status) ? 'UNREACHABLE' : 'UNEXPECTED', data: {} }
  }
  if (error instanceof Error && isMissingChunk(error)) {
    // The same message whether the server is gone or only this part of the page.
    return { code: reachability.isReachable() ? 'OUTDATED_PAGE' : 'UNREACHABLE', data: {} }
  }
  // `fetch` that got no answer throws a TypeError; so does a bug, but a bug's error has a stack in our code and no request.
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) return { code: 'UNREACHABLE', data: {} }
  return { code: 'UNEXPECTED', data: {} }
}

export function hasCode(error: unknown, code: FailureCode): boolean {
  return failureOf(error).code === code
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code)
}

function isGatewayStatus(status: number): boolean {
  return status === 502 || status === 503 || status === 504
}

function isMissingChunk(error: Error): boolean {
  return /dynamically imported module|module script failed|unable to preload/i.test(error.message)
}

function factsIn(data: unknown): Failure['data'] {
  if (typeof data !== 'object' || data === null) return {}
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])),
  )
}
