/** The editor's test page (client/editor/testing/harness), built once and served from a temporary folder. */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface ServedHarness {
  url: string
  stop(): Promise<void>
}

export async function serveHarness(): Promise<ServedHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'editor-harness-'))
  await build({
    configFile: false,
    root: 'client/editor/testing/harness',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, minify: false, chunkSizeWarningLimit: 5_000 },
  })
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://harness').pathname)
    const file = join(folder, path === '/' ? 'index.html' : path)
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
    createReadStream(file)
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    async stop() {
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
