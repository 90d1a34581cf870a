/** From an HTTP upgrade to a seat in a room: path, Origin, version, cookie, rights, in this order. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { atLeast } from '../../shared/access/ability'
import { ID_PATTERN, type MaterialId } from '../../shared/ids'
import { CLOSE, type CloseCode } from '../../shared/wire/close-codes'
import { WIRE_VERSION } from '../../shared/wire/version'
import type { Clock } from '../platform/clock'
import type { AccessPort } from '../ports/access'
import { Connection } from './connection'
import type { Limits } from './limits'
import { LiveSession } from './live-session'
import type { Rooms } from './rooms'

export interface UpgradeOptions {
  rooms: Rooms
  access: AccessPort
  clock: Clock
  limits: Limits
  onRefused(session: LiveSession | null, code: CloseCode, reason: string): void
  onError(error: unknown, doing: string): void
}

/** What the address asks for: `/collab/<materialId>?duizhao=<version>`. */
interface Target {
  material: MaterialId
  /** Null: a plain y-websocket client. */
  version: string | null
}

const PATH = /^\/collab\/([^/]+)$/

export class Upgrades {
  readonly #options: UpgradeOptions
  readonly #server: WebSocketServer

  constructor(options: UpgradeOptions) {
    this.#options = options
    this.#server = new WebSocketServer({
      noServer: true,
      // Measured: a deflater for each socket costs 3.7 times the CPU and 17 times the memory.
      perMessageDeflate: false,
      maxPayload: options.limits.maxMessageBytes,
    })
  }

  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const target = parseTarget(request.url ?? '')
    if (target === null) return refuse(socket, '404 Not Found')
    if (!this.#options.access.originAllowed(request)) return refuse(socket, '403 Forbidden')
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = this.#connect(webSocket, socket)
      this.#admit(connection, request, target).catch((error: unknown) => {
        this.#options.onError(error, 'admitting a connection')
        connection.close(CLOSE.unavailable, 'the document cannot be opened now')
      })
    })
  }

  close(): void {
    this.#server.close()
  }

  #connect(socket: WebSocket, stream: Duplex): Connection {
    const { rooms, access, clock, limits, onRefused } = this.#options
    return new Connection({
      socket,
      stream,
      clock,
      limits,
      onActive: (sessionId) => access.touch(sessionId),
      onClosed: (session) => rooms.leave(session),
      onRefused,
    })
  }

  async #admit(connection: Connection, request: IncomingMessage, target: Target): Promise<void> {
    const { rooms, access } = this.#options
    const { accessChanges } = rooms
    if (target.version !== null && target.version !== String(WIRE_VERSION)) {
      return connection.close(CLOSE.outdated, 'another version: reload the page')
    }
    // A browser cannot see an HTTP status here, so every refusal is a close code on an open socket.
    const identity = await access.identify(request)
    if (identity === null) return connection.close(CLOSE.signedOut, 'not signed in')
    const rights = await access.rightsOn(target.material, identity.person)
    if (rights === null) return connection.close(CLOSE.gone, 'no such material')
    if (!atLeast(rights.ability, 'read')) return connection.close(CLOSE.notAllowed, 'no right to read this material')
    const room = await rooms.open(target.material)
    const session = new LiveSession({
      material: target.material,
      identity,
      ...rights,
      extended: target.version !== null,
      outlet: connection,
    })
    // Rights may have changed, or the session ended, while the room was loading.
    if (rooms.accessChanges !== accessChanges) {
      const [still, now] = await Promise.all([access.identify(request), access.rightsOn(target.material, identity.person)])
      if (still === null || now === null || !session.hasRights(now))
        return connection.close(CLOSE.accessChanged, 'rights have changed')
    }
    if (connection.isClosed) return
    // An idle room may have been dropped since: nobody else would find it, so nobody may sit down in it.
    if (!rooms.holds(room)) return this.#admit(connection, request, target)
    connection.seat(session, room)
  }
}

function parseTarget(url: string): Target | null {
  if (!URL.canParse(url, 'http://host')) return null
  const { pathname, searchParams } = new URL(url, 'http://host')
  const id = PATH.exec(pathname)?.[1]
  if (id === undefined || !ID_PATTERN.test(id)) return null
  return { material: id as MaterialId, version: searchParams.get('duizhao') }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
