/** What a handler may know of the request it answers; everything else stays with Express. */
import type { IncomingHttpHeaders } from 'node:http'

export interface RequestContext {
  cookie: string | undefined
  /** The client's address, for limits only. */
  address: string
  /** How the asker reached us, without a slash at the end: links are built from it. */
  baseUrl: string
  /** Came over TLS, as far as we can know. */
  secure: boolean
  /** Sent by the page on its own, not by a person: does not count as activity. */
  passive: boolean
  /** `Set-Cookie` values to send along. */
  cookies: string[]
}

const PASSIVE_HEADER = 'x-duizhao-passive'

export function isPassive(headers: IncomingHttpHeaders): boolean {
  return headers[PASSIVE_HEADER] === '1'
}
