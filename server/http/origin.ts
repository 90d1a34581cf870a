/**
 * Which web pages may act with a person's cookie. A browser names the page's origin on every request that changes something and on every
 * upgrade. Scripts name none, and carry no cookie they were not given; a browser that names none but says it is
 * on another site's errand is refused.
 */
import type { IncomingMessage } from 'node:http'

export interface OriginOptions {
  publicUrl: string | null
  allowedOrigins: readonly string[]
}

export function createOriginCheck({ publicUrl, allowedOrigins }: OriginOptions): (request: IncomingMessage) => boolean {
  const allowed = new Set([...allowedOrigins, ...(publicUrl === null ? [] : [publicUrl])])
  return ({ headers }) => {
    const { origin, host } = headers
    if (origin === undefined) {
      const site = headers['sec-fetch-site']
      return site === undefined || site === 'same-origin' || site === 'none'
    }
    if (allowed.has(origin)) return true
    return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
  }
}
