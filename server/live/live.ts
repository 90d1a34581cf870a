/** The meeting's socket floor as one thing: what `compose.ts` builds and closes. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { ID_PATTERN, type MeetingId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import type { AccessPort } from '../ports/access'
import type { DeskPort } from '../ports/desk'
import type { HallPort } from '../ports/hall'
import { Admission } from './admission'
import { Halls } from './halls'
import { DEFAULT_LIVE_LIMITS, type LiveLimits } from './limits'

export interface LiveOptions {
  desk: DeskPort
  access: AccessPort
  clock: Clock
  log: Log
  /** A client's address, for limits only. */
  addressOf(request: IncomingMessage): string
  limits?: Partial<LiveLimits>
}

export interface Live {
  readonly halls: HallPort
  /** @returns false: the path is not of this floor. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Sends everyone away and resolves when what they said is on disk. */
  close(): Promise<void>
}

/** No meeting is called so: ids have 21 characters. */
const PROJECTOR_PATH = '/live/projector'
const PATH = /^\/live\/([^/]+)$/

export function createLive({ desk, access, clock, log, addressOf, ...options }: LiveOptions): Live {
  const limits = { ...DEFAULT_LIVE_LIMITS, ...options.limits }
  const onError = (error: unknown, doing: string) => log.error({ err: error, doing }, 'live.failed')
  const halls = new Halls({ desk, clock, limits, onError })
  const onClosed = (code: number, reason: string) => log.info({ code, reason }, 'live.closed')
  const admission = new Admission({ halls, desk, access, clock, limits, addressOf, onClosed, onError })
  // Not deflated, for the reasons of `collab/upgrade.ts`.
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: limits.maxMessageBytes })
  return {
    halls,
    handleUpgrade(request, socket, head) {
      const { pathname, searchParams } = urlOf(request)
      const id = PATH.exec(pathname)?.[1]
      if (id === undefined || !ID_PATTERN.test(id)) return false
      if (!access.originAllowed(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return true
      }
      server.handleUpgrade(request, socket, head, (webSocket) => {
        if (pathname === PROJECTOR_PATH) admission.admitScreen(webSocket, request)
        else admission.admitMember(webSocket, request, id as MeetingId, searchParams.get('duizhao'))
      })
      return true
    },
    async close() {
      server.close()
      await halls.closeAll()
    },
  }
}

function urlOf({ url = '' }: IncomingMessage): URL {
  return URL.canParse(url, 'http://host') ? new URL(url, 'http://host') : new URL('http://host')
}
