/**
 * Both builds and the developer's client. `vite build` makes the client; `vite build --ssr` makes the server, bundled whole, since
 * one bundle starts three times faster than a tree of packages. Only the two packages with native code stay outside.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const CHUNK_WARNING_KB = 900
const WORTH_IT = new Set(['.js', '.css', '.html', '.svg'])
const SMALLEST_BYTES = 1024

/** Each becomes `dist/server/<name>.js`, beside the others; a worker thread finds its own by that name (`platform/worker-url.ts`). */
const SERVER_ENTRIES = {
  main: 'server/main.ts',
  cli: 'server/cli.ts',
  'commit-worker': 'server/storage/commit-worker.ts',
  'reader-worker': 'server/storage/reader-worker.ts',
  'import-worker': 'server/exchange/import-worker.ts',
  'export-worker': 'server/exchange/export-worker.ts',
}

const client: UserConfig = {
  root: 'client',
  plugins: [react(), precompress()],
  build: {
    outDir: resolve('dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    // A font or picture inside a style sheet would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: CHUNK_WARNING_KB,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          groups: [
            { name: 'framework', test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store)[\\/]/, priority: 4 },
            {
              name: 'editor',
              test: /node_modules[\\/](@tiptap|prosemirror-[a-z-]+|yjs|lib0|y-protocols|y-websocket|orderedmap|rope-sequence|w3c-keyname|fast-equals)[\\/]/,
              priority: 3,
            },
            { name: 'start', tags: ['$initial'], priority: 2 },
          ],
        },
      },
    },
  },
  server: {
    strictPort: false,
    // The origin of a request is compared with its Host, so the proxy must leave the Host as the browser sent it.
    proxy: Object.fromEntries(
      // An id has no dot: `client/collab/useCollab.ts` is asked for under `/collab/` as well, and is Vite's to give.
      ['^/api/', '^/collab/[^.]+$', '^/live/[^.]+$'].map((path) => [
        path,
        { target: process.env.DEV_SERVER ?? 'http://127.0.0.1:3000', changeOrigin: false, ws: path !== '^/api/' },
      ]),
    ),
  },
}

const server: UserConfig = {
  publicDir: false,
  // Express and others ask for it at run time and show stacks to strangers when it is missing.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: resolve('dist/server'),
    emptyOutDir: true,
    target: 'node20',
    ssr: true,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: SERVER_ENTRIES,
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['libsql', '@node-rs/argon2'] },
}

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : client))

/** Writes `.br` and `.gz` beside each text asset, so that the server sends the best compression at no cost of its own. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const names = await readdir(dir, { recursive: true })
      await Promise.all(names.filter((name) => WORTH_IT.has(extname(name))).map((name) => compress(join(dir, name))))
    },
  }
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path)
  if (bytes.length < SMALLEST_BYTES) return
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
}
