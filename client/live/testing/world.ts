/** Time, network, sockets and disk of a test, turned by hand. */
import type { SocketEvents } from '../../net/surroundings'
import type { LiveSurroundings } from '../surroundings'
import type { UnsentRow, UnsentStore } from '../unsent-store'

export class TestSocket {
  readonly sent: string[] = []
  closed = false
  constructor(
    readonly path: string,
    readonly events: SocketEvents<string>,
  ) {}
  said(): Record<string, unknown>[] {
    return this.sent.map((text) => JSON.parse(text) as Record<string, unknown>)
  }
  tell(message: object): void {
    this.events.received(JSON.stringify(message))
  }
}

export class TestWorld implements LiveSurroundings {
  nowMs = 1_000_000
  readonly sockets: TestSocket[] = []
  readonly rows = new Map<string, UnsentRow>()
  answers = true
  isOnline = true
  diskFails = false
  #timers: { at: number; run: () => void }[] = []
  readonly #networkListeners = new Set<() => void>()

  readonly clock = {
    now: () => this.nowMs,
    after: (delayMs: number, run: () => void) => {
      const timer = { at: this.nowMs + delayMs, run }
      this.#timers.push(timer)
      return () => {
        this.#timers = this.#timers.filter((one) => one !== timer)
      }
    },
  }
  readonly network = {
    online: () => this.isOnline,
    onChange: (listener: () => void) => {
      this.#networkListeners.add(listener)
      return () => this.#networkListeners.delete(listener)
    },
  }
  readonly store: UnsentStore = {
    put: async (row) => {
      if (this.diskFails) throw new Error('QuotaExceededError')
      this.rows.set(row.key, structuredClone(row))
    },
    remove: async (_person, _meeting, key) => void this.rows.delete(key),
    all: async () => [...this.rows.values()],
  }

  openSocket(path: string, events: SocketEvents<string>) {
    const socket = new TestSocket(path, events)
    this.sockets.push(socket)
    return {
      send: (text: string) => socket.sent.push(text),
      close: () => {
        socket.closed = true
      },
    }
  }

  probe = async () => this.answers
  random = () => 0

  get socket(): TestSocket {
    const last = this.sockets.at(-1)
    if (last === undefined) throw new Error('no socket')
    return last
  }

  networkChanged(): void {
    for (const listener of this.#networkListeners) listener()
  }

  /** Lets time pass and every promise settle. */
  async pass(ms: number): Promise<void> {
    const end = this.nowMs + ms
    for (;;) {
      await this.settle()
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#timers = this.#timers.filter((one) => one !== next)
      this.nowMs = next.at
      next.run()
    }
    this.nowMs = end
    await this.settle()
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
}
