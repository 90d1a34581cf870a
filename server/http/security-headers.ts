/** Everything comes from here and nothing goes anywhere else: the content security policy says so, and a browser holds to it. */
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** A Host worth repeating in a header. */
const HOST = /^[\w.:[\]-]+$/

export function securityHeaders({ tls }: { tls: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Widgets position themselves with style attributes; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        // 'self' does not cover ws: in every browser of the field.
        connectSrc: ["'self'", (request) => socketOrigin(request.headers.host, tls)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // On plain http these would make browsers go to an https that is not there, or warn on every page.
    strictTransportSecurity: tls ? { maxAge: 180 * 24 * 60 * 60 } : false,
    crossOriginOpenerPolicy: tls,
    originAgentCluster: tls,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
}

function socketOrigin(host: string | undefined, tls: boolean): string {
  return host !== undefined && HOST.test(host) ? `${tls ? 'wss' : 'ws'}://${host}` : "'self'"
}
