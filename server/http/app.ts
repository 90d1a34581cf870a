/** The HTTP floor put together: what is refused before it is read, the interface, the pages. */
import type { IncomingMessage } from 'node:http'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { ORPCError, onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { api } from '../../shared/contract/api'
import { type ErrorCode, ERRORS } from '../../shared/errors'
import type { Log } from '../platform/log'
import { VERSION } from '../platform/version'
import type { Binding } from './bind'
import { bodyLimit } from './body-limit'
import { isPassive, type RequestContext } from './context'
import { createRouter, type RouterServices } from './router'
import { securityHeaders } from './security-headers'
import { servePages } from './static'

export interface AppOptions {
  binding: Binding
  services: RouterServices
  originAllowed(request: IncomingMessage): boolean
  publicUrl: string | null
  trustProxy: boolean
  /** The built client; null: there is none beside this server (development). */
  clientDir: string | null
  log: Log
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

export function createApp(options: AppOptions): Express {
  const { binding, services, originAllowed, publicUrl, trustProxy, clientDir, log } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy ? 1 : false)
  app.use(securityHeaders({ tls: publicUrl?.startsWith('https:') ?? false }))
  app.use('/api', (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    if (SAFE_METHODS.has(request.method) || originAllowed(request)) next()
    else refuse(response, 'FORBIDDEN', 'This origin may not change anything here')
  })
  app.use(
    '/api',
    bodyLimit((response) => refuse(response, 'TOO_LARGE', 'The request is too large')),
  )
  app.get('/api/health', (_, response) => {
    response.json({ status: 'ok', version: VERSION })
  })

  const router = createRouter(binding, services)
  const reportUnexpected = (error: unknown) => {
    if (error instanceof ORPCError && error.status < 500) return
    log.error({ err: error }, 'request.failed')
  }
  const rpc = new RPCHandler(router, { interceptors: [onError(reportUnexpected)] })
  const rest = new OpenAPIHandler(router, { interceptors: [onError(reportUnexpected)] })
  const description = describeOnce()
  app.get('/api/openapi.json', async (_, response) => {
    response.json(await description())
  })
  app.use('/api', async (request, response, next) => {
    const context = contextOf(request, publicUrl)
    hookCookies(response, context)
    // Express has cut the mount path off; the handlers match the whole path.
    request.url = request.originalUrl
    const handler = request.path.startsWith('/api/rpc')
      ? { handle: rpc, prefix: '/api/rpc' as const }
      : { handle: rest, prefix: '/api' as const }
    const { matched } = await handler.handle.handle(request, response, { prefix: handler.prefix, context })
    if (!matched) next()
  })
  app.use('/api', (_, response) => refuse(response, 'NOT_FOUND', 'No such path'))
  if (clientDir !== null) servePages(app, clientDir)
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    log.error({ err: error }, 'request.failed')
    if (response.headersSent) next(error)
    else
      response.status(500).json({ defined: false, code: 'INTERNAL_SERVER_ERROR', status: 500, message: 'Internal server error' })
  })
  return app
}

function contextOf(request: Request, publicUrl: string | null): RequestContext {
  const { headers } = request
  return {
    cookie: headers.cookie,
    address: request.ip ?? '',
    // A page's own origin, checked above, is how its people reach us, whatever stands in between.
    baseUrl: publicUrl ?? headers.origin ?? `${request.protocol}://${headers.host ?? 'localhost'}`,
    secure: request.secure,
    passive: isPassive(headers),
    cookies: [],
  }
}

/** Cookies set by a handler leave with the headers; behind TLS they are Secure even where PUBLIC_URL does not say so. */
function hookCookies(response: Response, context: RequestContext): void {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    for (const cookie of context.cookies) {
      response.appendHeader('Set-Cookie', context.secure && !cookie.includes('; Secure') ? `${cookie}; Secure` : cookie)
    }
    return writeHead(...args)
  }) as typeof response.writeHead
}

function refuse(response: Response, code: ErrorCode, message: string): void {
  const { status } = ERRORS[code]
  response.status(status).json({ defined: true, code, status, message, data: {} })
}

/** The interface describes itself; printed from the contract at the first request for it. */
function describeOnce(): () => Promise<object> {
  let described: Promise<object> | null = null
  return () => {
    described ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(api, {
      info: { title: 'Duizhao', version: VERSION },
      servers: [{ url: '/api' }],
    })
    return described
  }
}
