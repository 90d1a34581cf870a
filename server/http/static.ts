/**
 * The built client. The list of files is read once at start: what is not on it is a page of the application. Assets carry a hash in
 * their name and never change; where a compressed twin lies beside a file and the browser takes it, that is sent.
 */
import { readdirSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import type { Express, Request, Response } from 'express'
import { PageVariants } from './page-variants'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const
const YEAR_S = 365 * 24 * 60 * 60
const PAGE = '/index.html'
const SESSION_COOKIE = 'duizhao.session_token='

export function servePages(app: Express, clientDir: string): void {
  const files = filesIn(clientDir)
  const variants = new PageVariants(clientDir)
  const sendPage = (request: Request, response: Response) => {
    // Only a guess at who is signed in: whoever is not loads something for nothing.
    const variant = request.headers.cookie?.includes(SESSION_COOKIE) ? variants.for(request.path) : null
    if (variant === null) return send(PAGE, request, response)
    response.vary('Accept-Encoding')
    response.vary('Cookie')
    const encoding = ENCODINGS.find(([name]) => request.acceptsEncodings(name) !== false)?.[0]
    if (encoding !== undefined) response.setHeader('Content-Encoding', encoding)
    response.setHeader('Content-Type', TYPES['.html'] ?? '')
    response.setHeader('Cache-Control', 'no-cache')
    response.end(variant[encoding ?? 'identity'])
  }
  const send = (path: string, request: Request, response: Response) => {
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream')
    response.setHeader('Cache-Control', path.startsWith('/assets/') ? `public, max-age=${YEAR_S}, immutable` : 'no-cache')
    response.vary('Accept-Encoding')
    const encoding = ENCODINGS.find(([name, suffix]) => files.has(path + suffix) && request.acceptsEncodings(name) !== false)
    if (encoding !== undefined) response.setHeader('Content-Encoding', encoding[0])
    response.sendFile(path.slice(1) + (encoding?.[1] ?? ''), { root: clientDir, cacheControl: false, dotfiles: 'deny' })
  }
  app.get('/{*any}', (request, response, next) => {
    const { path } = request
    if (path === '/' || path === PAGE) sendPage(request, response)
    else if (files.has(path)) send(path, request, response)
    // A missing asset is missing; sending a page for it would be run as a script.
    else if (path.startsWith('/assets/') || path.startsWith('/collab/') || !files.has(PAGE)) next()
    else sendPage(request, response)
  })
}

function filesIn(dir: string): Set<string> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => `/${relative(dir, join(entry.parentPath, entry.name))}`)
  return new Set(paths.map((path) => path.replaceAll('\\', '/')).filter((path) => !path.includes('/.')))
}
