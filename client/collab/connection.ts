/**
 * One socket after another, until told to stop: opens it, notices when it is dead, waits, opens the next. Knows nothing of
 * what is said on it.
 */
import { CLOSE, type CloseCode, mayComeBack } from '../../shared/wire/close-codes'
import { MESSAGE } from '../../shared/wire/frames'
import { backoffMs } from './backoff'
import type { Socket, Surroundings } from './surroundings'
import { CHECK_EVERY_MS, judgeSilence } from './watchdog'

const CONNECT_WITHIN_MS = 10_000
/** A whole room may be asked to come back at the same moment. */
const AT_ONCE_MS = { least: 50, spread: 100 }
/** The protocol's own word for a message over the limit. */
const MESSAGE_TOO_BIG = 1009
/** A bare message kind: small enough to be its own variable-length number. */
const QUERY_AWARENESS = Uint8Array.of(MESSAGE.queryAwareness)

export interface ConnectionEvents {
  opened(): void
  received(frame: Uint8Array): void
  /** Down; another attempt follows. Called for a failed attempt, too. */
  lost(): void
  /** Down for good. */
  refused(code: CloseCode): void
  /** Whether silence matters more than usual. */
  atStake(): boolean
}

export interface Traffic {
  framesIn: number
  framesOut: number
  bytesIn: number
  bytesOut: number
}

type State =
  | { kind: 'waiting'; cancel: () => void }
  | { kind: 'connecting'; socket: Socket; cancel: () => void }
  | { kind: 'open'; socket: Socket; heardAt: number; askedAt: number | null; cancel: () => void }
  | { kind: 'stopped' }

export class Connection {
  readonly traffic: Traffic = { framesIn: 0, framesOut: 0, bytesIn: 0, bytesOut: 0 }
  readonly #path: string
  readonly #surroundings: Surroundings
  readonly #events: ConnectionEvents
  readonly #unsubscribe: () => void
  #state: State = { kind: 'waiting', cancel: () => {} }
  #failures = 0

  constructor(path: string, surroundings: Surroundings, events: ConnectionEvents) {
    this.#path = path
    this.#surroundings = surroundings
    this.#events = events
    this.#unsubscribe = surroundings.network.onChange(() => this.#networkChanged())
  }

  get isOpen(): boolean {
    return this.#state.kind === 'open'
  }

  /** Opens the first socket, or the next one without waiting any longer. */
  connect(): void {
    if (this.#state.kind !== 'waiting') return
    this.#state.cancel()
    // Which of the sockets an event belongs to: a dropped one may still speak.
    let current: Socket | null = null
    const isCurrent = () => current !== null && 'socket' in this.#state && this.#state.socket === current
    current = this.#surroundings.openSocket(this.#path, {
      opened: () => {
        if (isCurrent() && current) this.#opened(current)
      },
      received: (frame) => {
        if (isCurrent()) this.#received(frame)
      },
      closed: (code) => {
        if (isCurrent()) this.#closed(code)
      },
    })
    this.#state = { kind: 'connecting', socket: current, cancel: this.#after(CONNECT_WITHIN_MS, () => this.drop()) }
  }

  /** Silently nothing while there is no open socket: what must arrive is kept by the caller until it is acknowledged. */
  send(frame: Uint8Array): void {
    if (this.#state.kind !== 'open') return
    this.traffic.framesOut += 1
    this.traffic.bytesOut += frame.byteLength
    this.#state.socket.send(frame)
  }

  /** The connection proved useful: the next loss begins with short waits again. */
  succeeded(): void {
    this.#failures = 0
  }

  /** Gives this socket up and tries again after a while. */
  drop(): void {
    if (!('socket' in this.#state)) return
    const { socket } = this.#state
    this.#closed(1006)
    socket.close()
  }

  stop(): void {
    const state = this.#state
    if (state.kind === 'stopped') return
    this.#state = { kind: 'stopped' }
    this.#unsubscribe()
    state.cancel()
    if ('socket' in state) state.socket.close()
  }

  #opened(socket: Socket): void {
    if (this.#state.kind !== 'connecting') return
    this.#state.cancel()
    this.#state = { kind: 'open', socket, heardAt: this.#now(), askedAt: null, cancel: () => {} }
    this.#watch()
    this.#events.opened()
  }

  #received(frame: Uint8Array): void {
    if (this.#state.kind !== 'open') return
    this.#state.heardAt = this.#now()
    this.#state.askedAt = null
    this.traffic.framesIn += 1
    this.traffic.bytesIn += frame.byteLength
    this.#events.received(frame)
  }

  #closed(code: number): void {
    if (!('socket' in this.#state)) return
    this.#state.cancel()
    if (!mayComeBack(code) || code === MESSAGE_TOO_BIG) {
      this.stop()
      this.#events.refused(refusalOf(code))
      return
    }
    this.#failures += 1
    this.#state = { kind: 'waiting', cancel: this.#after(this.#delayAfter(code), () => this.connect()) }
    this.#events.lost()
  }

  #delayAfter(code: number): number {
    const random = this.#surroundings.random()
    // Rights changed: the way back is open now. Not twice in a row without a synchronisation between.
    if (code === CLOSE.accessChanged && this.#failures === 1) return AT_ONCE_MS.least + random * AT_ONCE_MS.spread
    return backoffMs(this.#failures - 1, random)
  }

  #watch(): void {
    const state = this.#state
    if (state.kind !== 'open') return
    state.cancel = this.#after(CHECK_EVERY_MS, () => {
      const { heardAt, askedAt } = state
      const online = this.#surroundings.network.online()
      const verdict = judgeSilence({ now: this.#now(), heardAt, askedAt, atStake: this.#events.atStake(), online })
      if (verdict === 'dead') {
        this.drop()
        return
      }
      if (verdict === 'ask') this.#ask()
      this.#watch()
    })
  }

  #ask(): void {
    if (this.#state.kind !== 'open' || this.#state.askedAt !== null) return
    this.#state.askedAt = this.#now()
    this.send(QUERY_AWARENESS)
  }

  /** Browsers call a network gone that still reaches a server on the same machine, and the other way round: ask. */
  #networkChanged(): void {
    if (this.#state.kind === 'open') this.#ask()
    else if (this.#surroundings.network.online()) this.connect()
    else this.#events.lost()
  }

  #now(): number {
    return this.#surroundings.clock.now()
  }

  #after(delayMs: number, run: () => void): () => void {
    return this.#surroundings.clock.after(delayMs, run)
  }
}

function refusalOf(code: number): CloseCode {
  if (code === MESSAGE_TOO_BIG) return CLOSE.tooLarge
  return Object.values(CLOSE).find((known) => known === code) ?? CLOSE.notAllowed
}
