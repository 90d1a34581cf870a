/** What a browser does for a page, as far as the server can tell: it keeps cookies and names the page's origin. */
import { WebSocket } from 'ws'

export interface Reply<Body> {
  status: number
  body: Body
  headers: Headers
}

export interface Failure {
  code: string
  data: Record<string, string | number>
}

export class Browser {
  readonly origin: string
  readonly #cookies = new Map<string, string>()

  constructor(origin: string) {
    this.origin = origin
  }

  /** The same person's browser after the server came back at another address. */
  moved(origin: string): Browser {
    const browser = new Browser(origin)
    for (const [name, value] of this.#cookies) browser.#cookies.set(name, value)
    return browser
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** A request to the REST interface; `path` without `/api`. */
  async send<Body = Failure>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply<Body>> {
    const isForm = body instanceof FormData
    const response = await fetch(`${this.origin}/api${path}`, {
      method,
      headers: {
        origin: this.origin,
        cookie: this.cookie,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    return { status: response.status, body: (await response.json()) as Body, headers: response.headers }
  }

  /** The same, where anything but success is a failure of the test. */
  async ok<Body>(method: string, path: string, body?: unknown): Promise<Reply<Body>> {
    const reply = await this.send<Body>(method, path, body)
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply
  }

  async get<Body>(path: string): Promise<Body> {
    return (await this.ok<Body>('GET', path)).body
  }

  signIn(username: string, password: string): Promise<Reply<Failure>> {
    return this.send('POST', '/session', { username, password })
  }

  /** A socket of this browser's page on a material. */
  socket(material: string): WebSocket {
    return new WebSocket(`${this.origin.replace('http', 'ws')}/collab/${material}`, {
      origin: this.origin,
      headers: { cookie: this.cookie },
    })
  }

  #keep(header: string): void {
    const [pair = ''] = header.split(';')
    const at = pair.indexOf('=')
    const expired = /max-age=0(;|$)/i.test(header)
    if (expired) this.#cookies.delete(pair.slice(0, at))
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

/** Resolves with the code the server closed it with. */
export function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.once('close', resolve))
}

export function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
}
