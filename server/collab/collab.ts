/** The socket floor as one thing: what `compose.ts` builds and closes. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { MaterialId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import type { AccessPort } from '../ports/access'
import type { RoomsPort } from '../ports/rooms'
import type { UpdateLog } from '../ports/update-log'
import { GroupCommit } from './group-commit'
import { DEFAULT_LIMITS, type Limits } from './limits'
import { Rooms } from './rooms'
import { Upgrades } from './upgrade'

export interface CollabOptions {
  updateLog: UpdateLog
  access: AccessPort
  clock: Clock
  log: Log
  limits?: Partial<Limits>
  /** A material's text changed (and is on disk); called for every commit. */
  onChanged?(material: MaterialId): void
}

export interface Collab {
  readonly rooms: RoomsPort
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends everyone away and resolves when everything is on disk. */
  close(): Promise<void>
}

export function createCollab(options: CollabOptions): Collab {
  const { updateLog, access, clock, log } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const onError = (error: unknown, doing: string) => log.error({ err: error, doing }, 'collab.failed')
  const commit = new GroupCommit({
    log: updateLog,
    clock,
    windowMs: limits.commitWindowMs,
    onFailing(error) {
      log.error({ err: error }, 'save.failing')
      rooms.notify('save-failing')
    },
    onRecovered() {
      log.info('save.recovered')
      rooms.notify('save-recovered')
    },
  })
  const rooms = new Rooms({
    updateLog,
    commit,
    access,
    clock,
    limits,
    onChanged: options.onChanged ?? (() => undefined),
    onError,
  })
  const upgrades = new Upgrades({
    rooms,
    access,
    clock,
    limits,
    onError,
    onRefused: (session, code, reason) =>
      log.info({ code, reason, person: session?.identity.person, material: session?.material }, 'session.closed'),
  })
  return {
    rooms,
    handleUpgrade: (request, socket, head) => upgrades.handle(request, socket, head),
    async close() {
      rooms.notify('shutting-down')
      rooms.closeAll()
      upgrades.close()
      await commit.drained()
    },
  }
}
