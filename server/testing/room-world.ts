/** A room over the memory log with a clock moved by hand, and the peers around it. */
import type { MaterialId } from '../../shared/ids'
import { GroupCommit } from '../collab/group-commit'
import { DEFAULT_LIMITS, type Limits } from '../collab/limits'
import { Room } from '../collab/room'
import { FakeClock } from './fake-clock'
import { MemoryUpdateLog } from './memory-update-log'
import type { RoomPeer } from './room-peer'

export const ROOM = 'room-0001' as MaterialId

export class RoomWorld {
  readonly clock = new FakeClock()
  readonly log = new MemoryUpdateLog()
  readonly limits: Limits
  readonly errors: unknown[] = []
  commit: GroupCommit
  /** Cuts the running process off from the disk. */
  #kill: () => void = () => undefined

  constructor(limits: Partial<Limits> = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits }
    this.commit = this.#newCommit()
  }

  /** Opens the room from the log, as a process that starts would. */
  async open(): Promise<Room> {
    const { clock, log, limits, errors } = this
    return new Room({
      id: ROOM,
      stored: await log.facts(ROOM),
      updateLog: log,
      commit: this.commit,
      clock,
      limits,
      onChanged: () => undefined,
      onError: (error) => errors.push(error),
    })
  }

  /** The process dies: what was not committed is gone. */
  restart(): Promise<Room> {
    this.#kill()
    this.commit = this.#newCommit()
    return this.open()
  }

  /** Lets commits, windows and deliveries run until nothing moves any more. */
  async settle(...peers: RoomPeer[]): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      await new Promise((resolve) => setImmediate(resolve))
      this.clock.advance(this.limits.presenceWindowMs)
      const moved = peers.flatMap((peer) => [peer.deliverOut(), peer.deliverIn()])
      quiet = moved.some(Boolean) ? 0 : quiet + 1
    }
  }

  #newCommit(): GroupCommit {
    let alive = true
    this.#kill = () => {
      alive = false
    }
    const log: Pick<MemoryUpdateLog, 'append'> = {
      append: (entries) => (alive ? this.log.append(entries) : new Promise(() => undefined)),
    }
    const { clock, limits } = this
    return new GroupCommit({
      log,
      clock,
      windowMs: limits.commitWindowMs,
      onFailing: () => undefined,
      onRecovered: () => undefined,
    })
  }
}
