/**
 * The page as it is sent to somebody who is signed in and goes to a certain address: with everything told that the address needs, so
 * that it is on its way before any script has run. Without it each part is found only when the one before it has been read
 * (docs/decisions/0018).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}

type Manifest = Record<string, Chunk>

/** The first that fits says what is loaded at an address; they follow `client/app/router.tsx`. */
const PAGES: readonly [address: RegExp, parts: readonly string[]][] = [
  [/^\/$/, ['app/pages/HomePage.tsx']],
  [/^\/m\/[^/]+\/live$/, ['app/pages/LivePage.tsx', 'i18n/later-words.ts']],
  [/^\/m\/[^/]+\/[^/]+$/, ['app/pages/WorkspacePage.tsx', 'i18n/later-words.ts']],
  [/^\/m\/[^/]+$/, ['app/pages/MeetingPage.tsx', 'i18n/later-words.ts']],
]

/** One document in the encodings it may be sent in. */
export type Variant = Record<'identity' | 'gzip' | 'br', Buffer>

export class PageVariants {
  readonly #variants: readonly [address: RegExp, variant: Variant][]

  /** @param clientDir a build with its manifest; without one there are no variants */
  constructor(clientDir: string) {
    const manifest = manifestOf(clientDir)
    const html = manifest === null ? '' : readFileSync(join(clientDir, 'index.html'), 'utf8')
    this.#variants = manifest === null ? [] : PAGES.map(([address, parts]) => [address, variantOf(html, links(manifest, parts))])
  }

  for(path: string): Variant | null {
    return this.#variants.find(([address]) => address.test(path))?.[1] ?? null
  }
}

function manifestOf(clientDir: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(join(clientDir, '.vite/manifest.json'), 'utf8')) as Manifest
  } catch {
    return null
  }
}

function variantOf(html: string, extra: ReadonlyMap<string, string>): Variant {
  const news = [...extra].filter(([file]) => !html.includes(`"/${file}"`))
  const lines = news.map(([file, kind]) => `    <link ${kind} crossorigin href="/${file}">\n`)
  const identity = Buffer.from(html.replace('  </head>', `${lines.join('')}  </head>`))
  return { identity, gzip: gzipSync(identity), br: brotliCompressSync(identity) }
}

/** Each file, and what kind of link asks for it. */
function links(manifest: Manifest, parts: readonly string[]): Map<string, string> {
  const chunks = [...closure(manifest, parts)].flatMap((key) => manifest[key] ?? [])
  const scripts = chunks.map(({ file }) => [file, 'rel="modulepreload"'] as const)
  const sheets = chunks.flatMap(({ css = [] }) => css).map((file) => [file, 'rel="preload" as="style"'] as const)
  return new Map([...scripts, ...sheets])
}

/** Everything that comes with `parts`, without what they load later. */
function closure(manifest: Manifest, parts: readonly string[]): Set<string> {
  const unknown = parts.find((part) => manifest[part] === undefined)
  if (unknown !== undefined) throw new Error(`the build has no ${unknown}: is the page still called so?`)
  const seen = new Set<string>()
  const todo = [...parts]
  for (let key = todo.pop(); key !== undefined; key = todo.pop()) {
    const chunk = manifest[key]
    if (chunk === undefined || seen.has(key)) continue
    seen.add(key)
    todo.push(...(chunk.imports ?? []))
  }
  return seen
}
