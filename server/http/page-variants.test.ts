import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import express from 'express'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { servePages } from './static'

const HTML = `<!doctype html>
<html>
  <head>
    <script type="module" crossorigin src="/assets/start.js"></script>
  </head>
  <body></body>
</html>
`
const MANIFEST = {
  '_start.js': { file: 'assets/start.js' },
  '_editor.js': { file: 'assets/editor.js', imports: ['_start.js'] },
  '_chip.js': { file: 'assets/chip.js', css: ['assets/chip.css'] },
  'app/pages/HomePage.tsx': { file: 'assets/home.js', imports: ['_start.js'] },
  'app/pages/MeetingPage.tsx': { file: 'assets/meeting.js' },
  'app/pages/LivePage.tsx': { file: 'assets/live.js' },
  'app/pages/WorkspacePage.tsx': { file: 'assets/writing.js', imports: ['_editor.js', '_chip.js'], css: ['assets/writing.css'] },
  'i18n/later-words.ts': { file: 'assets/later.js' },
}

describe('the page', () => {
  let folder: string
  let server: Server
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    return { status: response.status, html: await response.text(), headers: response.headers }
  }
  const signedIn = { cookie: 'a=b; duizhao.session_token=x.y' }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duizhao-pages-'))
    write('index.html', HTML)
    write('.vite/manifest.json', JSON.stringify(MANIFEST))
    for (const name of ['start', 'editor', 'chip', 'home', 'writing', 'later']) write(`assets/${name}.js`, '')
    const app = express()
    servePages(app, folder)
    server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('names to who is signed in all that their address needs, once', async () => {
    const { html, headers } = await get('/m/one/two', signedIn)
    const named = [...html.matchAll(/<link rel="(\w+)"[^>]* href="([^"]+)">/g)].map(([, rel, href]) => `${rel} ${href}`)
    expect(named.sort()).toEqual([
      'modulepreload /assets/chip.js',
      'modulepreload /assets/editor.js',
      'modulepreload /assets/later.js',
      'modulepreload /assets/writing.js',
      'preload /assets/chip.css',
      'preload /assets/writing.css',
    ])
    expect(html.match(/start\.js/g)).toHaveLength(1)
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('vary')).toMatch(/Cookie/)
  })

  test('is the same for every encoding the browser takes', async () => {
    const plain = await get('/m/one/two', { ...signedIn, 'accept-encoding': 'identity' })
    expect(plain.headers.get('content-encoding')).toBeNull()
    for (const encoding of ['gzip', 'br']) {
      const other = await get('/m/one/two', { ...signedIn, 'accept-encoding': encoding })
      expect(other.headers.get('content-encoding')).toBe(encoding)
      expect(other.html).toBe(plain.html)
    }
  })

  test('says nothing of the kind to a stranger, and at an address that needs nothing more', async () => {
    expect((await get('/m/one/two')).html).toBe(HTML)
    expect((await get('/sign-in', signedIn)).html).toBe(HTML)
    expect((await get('/', signedIn)).html).toMatch(/home\.js/)
  })

  test('a page that is called otherwise now stops the server, and not the preloading', () => {
    const { 'app/pages/HomePage.tsx': _, ...rest } = MANIFEST
    write('.vite/manifest.json', JSON.stringify(rest))
    expect(() => servePages(express(), folder)).toThrow(/HomePage/)
  })

  test('is sent as it is where a build has no manifest', async () => {
    rmSync(join(folder, '.vite'), { recursive: true })
    const app = express()
    servePages(app, folder)
    server.close()
    server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    expect((await get('/m/one/two', signedIn)).html).toBe(HTML)
  })
})
