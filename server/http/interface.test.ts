/** The door itself: what describes it, what it refuses before reading, what it says to browsers. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '../../shared/contract/api'
import type { Browser } from '../testing/browser'
import { Harness, type Meeting } from '../testing/harness'

let house: Harness
let office: Browser
let material: string
const pages = () => join(house.dataDir, 'no-client')

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记')
  office = made.office
  material = (await office.get<Meeting>(`/meetings/${made.meeting}`)).materials[0]?.id ?? ''
})

afterAll(() => house.remove())

interface Route {
  name: string
  method: string
  path: string
}

const routes: Route[] = Object.entries(api).flatMap(([group, procedures]) =>
  Object.entries(procedures).flatMap(([name, procedure]) => {
    if (!isContractProcedure(procedure)) return []
    const { method = 'POST', path = '' } = procedure['~orpc'].route
    return [{ name: `${group}.${name}`, method, path }]
  }),
)
const OPEN = new Set(['setup.status', 'setup.run', 'session.signIn', 'invitations.look', 'invitations.accept', 'templates.list'])

describe('/api/openapi.json', () => {
  it('describes every route of the contract', async () => {
    const { paths } = await office.get<{ paths: Record<string, Record<string, { operationId: string }>> }>('/openapi.json')
    const described = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    expect(described.sort()).toEqual(routes.map(({ name }) => name).sort())
    for (const { name, method, path } of routes) expect(paths[path]?.[method.toLowerCase()]?.operationId).toBe(name)
  })
})

describe('every route', () => {
  it.each(routes.filter(({ name }) => !OPEN.has(name)))(
    '$name asks for a session before it looks at anything',
    async ({ method, path }) => {
      const filled = path.replace(/\{\w+\}/g, 'abcdefghijklmnopqrstu')
      const reply = await house.browser().send(method, filled, method === 'GET' ? undefined : { nonsense: 1 })
      expect([reply.status, reply.body.code]).toEqual([401, 'UNAUTHORIZED'])
    },
  )

  it.each(routes.filter(({ method }) => method !== 'GET'))(
    '$name is closed to pages from elsewhere',
    async ({ method, path }) => {
      const filled = path.replace(/\{\w+\}/g, 'abcdefghijklmnopqrstu')
      for (const origin of ['http://evil.example', 'null', house.url.replace('http:', 'https:').replace(/\d+$/, '1')]) {
        const reply = await office.send(method, filled, {}, { origin })
        expect([origin, reply.status, reply.body.code]).toEqual([origin, 403, 'FORBIDDEN'])
      }
    },
  )

  it('answers /api/rpc as well, with the same refusals', async () => {
    const call = (browser: Browser, headers = {}) => browser.send<{ json: unknown }>('POST', '/rpc/meetings/list', {}, headers)
    expect((await call(office)).body.json).toHaveLength(1)
    expect((await call(house.browser())).status).toBe(401)
    expect((await call(office, { origin: 'http://evil.example' })).status).toBe(403)
  })
})

describe('before anything is parsed', () => {
  it('refuses what is too large, what does not say how large it is, and files where none belong', async () => {
    const large = await office.send('POST', '/meetings', { title: 'x'.repeat(600_000) })
    expect([large.status, large.body.code]).toEqual([413, 'TOO_LARGE'])
    const form = new FormData()
    form.set('file', new File(['x'], 'x.txt'))
    expect((await office.send('POST', '/meetings', form)).status).toBe(413)
    expect(await sendChunked(house.url, office.cookie)).toBe(413)
  })

  it('names the field that breaks the contract', async () => {
    const reply = await office.send('POST', '/meetings', { title: '会', year: 2023, day: 'tomorrow', templateId: 'y2023' })
    expect([reply.status, reply.body]).toMatchObject([422, { code: 'INVALID_INPUT', data: { field: 'day' } }])
    expect((await office.send('GET', `/materials/${material}/nothing`)).body.code).toBe('NOT_FOUND')
  })
})

describe('to browsers', () => {
  it('says that nothing comes from elsewhere, and does not send plain http to https', async () => {
    const { headers } = await fetch(`${house.url}/api/health`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain(`connect-src 'self' ws://${new URL(house.url).host}`)
    expect(policy).not.toMatch(/upgrade-insecure-requests|script-src[^;]*unsafe|https?:\/\//)
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('reports its health', async () => {
    expect(await house.browser().get('/health')).toEqual({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
  })

  it('serves the built client: assets for ever, compressed where taken, one page for every other path', async () => {
    mkdirSync(join(pages(), 'assets'), { recursive: true })
    mkdirSync(join(pages(), '.vite'))
    writeFileSync(join(pages(), 'index.html'), '<title>对照</title>')
    writeFileSync(join(pages(), 'assets', 'a-1.js'), 'plain')
    writeFileSync(join(pages(), 'assets', 'a-1.js.gz'), 'packed')
    const parts = ['Home', 'Live', 'Workspace', 'Meeting'].map((name) => `app/pages/${name}Page.tsx`)
    const manifest = [...parts, 'i18n/later-words.ts'].map((part) => [part, { file: 'assets/a-1.js' }])
    writeFileSync(join(pages(), '.vite', 'manifest.json'), JSON.stringify(Object.fromEntries(manifest)))
    await house.stop()
    await house.boot()
    const get = (path: string, encoding = 'identity') =>
      fetch(`${house.url}${path}`, { headers: { 'accept-encoding': encoding } })
    for (const path of ['/', '/meetings/x', '/.vite/manifest.json']) {
      const reply = await get(path)
      expect([path, reply.headers.get('content-type'), await reply.text()]).toEqual([
        path,
        'text/html; charset=utf-8',
        '<title>对照</title>',
      ])
      expect(reply.headers.get('cache-control')).toBe('no-cache')
    }
    const asset = await get('/assets/a-1.js')
    expect(await asset.text()).toBe('plain')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const head = await fetch(`${house.url}/assets/a-1.js`, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } })
    expect([head.headers.get('content-encoding'), head.headers.get('content-type')]).toEqual([
      'gzip',
      'text/javascript; charset=utf-8',
    ])
    expect((await get('/assets/b-2.js')).status).toBe(404)
    expect((await get('/assets/..%2f..%2fsession-secret')).status).toBe(404)
  })
})

it('sets Secure cookies and HSTS where people come over https', async () => {
  const secure = await Harness.start({ PUBLIC_URL: 'https://duizhao.example' })
  try {
    const base = `http://127.0.0.1:${secure.port}`
    const reply = await fetch(`${base}/api/setup`, {
      method: 'POST',
      headers: { origin: 'https://duizhao.example', 'content-type': 'application/json' },
      body: JSON.stringify({ name: '方晓', password: 'Shui-Di-2023', team: '某局', sample: true }),
    })
    expect(reply.status).toBe(200)
    expect(reply.headers.getSetCookie()[0]).toMatch(/^__Secure-.*; Secure/)
    expect(reply.headers.get('strict-transport-security')).toMatch(/max-age=/)
    const { invitations } = (await reply.json()) as { invitations: { url: string }[] }
    expect(invitations[0]?.url).toMatch(/^https:\/\/duizhao\.example\/invite\//)
  } finally {
    await secure.remove()
  }
})

it('believes a proxy about TLS and addresses only where told to', async () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' }
  for (const [trust, secure] of [
    ['0', false],
    ['1', true],
  ] as const) {
    const behind = await Harness.start({ TRUST_PROXY: trust, SIGN_IN_PER_MINUTE: '1' })
    try {
      const input = { name: '方晓', password: 'Shui-Di-2023', team: '某局', sample: true }
      const reply = await behind.browser().send('POST', '/setup', input, headers)
      expect(reply.headers.getSetCookie()[0]?.includes('; Secure')).toBe(secure)
      const next = { ...headers, 'x-forwarded-for': '192.0.2.2' }
      const other = await behind.browser().send('POST', '/session', { username: 'x', password: 'y' }, next)
      expect(other.status).toBe(trust === '1' ? 401 : 429)
    } finally {
      await behind.remove()
    }
  }
})

it('lets one server at a time use a data folder, and lets go of it', async () => {
  await expect(house.bootAgain()).rejects.toThrow(/Another server/)
  const elsewhere = Harness.start({ PORT: String(house.port) })
  await expect(elsewhere).rejects.toThrow(`Port ${house.port} is taken`)
  await house.stop()
  await house.boot()
  expect((await office.moved(house.url).send('GET', '/session')).status).toBe(200)
})

function sendChunked(url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { origin: url, cookie, 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const request = httpRequest(`${url}/api/meetings`, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.once('error', reject)
    request.write('{')
  })
}
