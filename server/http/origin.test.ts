import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { createOriginCheck } from './origin'

const check = createOriginCheck({ publicUrl: 'https://duizhao.example', allowedOrigins: ['http://localhost:5173'] })
const request = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage

it.each([
  ['the same host', { origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' }, true],
  ['the same host, other case', { origin: 'http://office', host: 'OFFICE' }, true],
  ['the public address behind a proxy', { origin: 'https://duizhao.example', host: '127.0.0.1:3000' }, true],
  ['a configured origin', { origin: 'http://localhost:5173', host: '127.0.0.1:3000' }, true],
  ['another port', { origin: 'http://10.0.0.5:3001', host: '10.0.0.5:3000' }, false],
  ['another site', { origin: 'http://evil.example', host: '10.0.0.5:3000' }, false],
  ['a site that begins alike', { origin: 'https://duizhao.example.evil.example', host: 'duizhao.example' }, false],
  ['an opaque origin', { origin: 'null', host: '10.0.0.5:3000' }, false],
  ['no origin and no browser', { host: '10.0.0.5:3000' }, true],
  ['no origin, a browser on another site’s errand', { host: '10.0.0.5:3000', 'sec-fetch-site': 'cross-site' }, false],
  ['no origin, a browser on a sister site’s errand', { host: '10.0.0.5:3000', 'sec-fetch-site': 'same-site' }, false],
])('%s', (_, headers, allowed) => {
  expect(check(request(headers as Record<string, string>))).toBe(allowed)
})
