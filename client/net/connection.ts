/**
 * One socket after another, until told to stop: opens it, notices when it is dead, waits, opens the next. Knows nothing of
 * what is said on it, nor whether it is bytes or texts.
 */
import { CLOSE, type CloseCode, mayComeBack } from '../../shared/wire/close-codes'
import { backoffMs, LONGEST_MS } from './backoff'
import type { NetSurroundings, Socket } from './surroundings'
import { CHECK_EVERY_MS, judgeSilence } from './watchdog'

const CONNECT_WITHIN_MS = 10_000
/** A whole room may be asked to come back at the same moment. */
const AT_ONCE_MS = { least: 50, spread: 100 }
/** The protocol's own word for a message over the limit. */
const MESSAGE_TOO_BIG = 1009

export interface ConnectionEvents<Frame> {
  opened(): void
  received(frame: Frame): void
  /** Down; another attempt follows. Called for a failed attempt, too. */
  lost(): void
  /** Down for good. */
  refused(code: CloseCode): void
  /** Whether silence matters more than usual. */
  atStake(): boolean
  /** Something waits for an answer that would have come over a living socket, whatever else is heard. */
  isOverdue(): boolean
  /**
   * Finds out whether the server is still there. Anything heard over the socket says so; who asks by another way tells what came of
   * it by `answer`.
   */
  ask(answer: (isThere: boolean) => void): void
}

export interface ConnectionOptions<Frame> {
  path: string
  surroundings: NetSurroundings<Frame>
  events: ConnectionEvents<Frame>
  longestWaitMs?: number
}

type State<Frame> =
  | { kind: 'waiting'; cancel: () => void }
  | { kind: 'connecting'; socket: Socket<Frame>; cancel: () => void }
  | { kind: 'open'; socket: Socket<Frame>; heardAt: number; askedAt: number | null; cancel: () => void }
  | { kind: 'stopped' }

export class Connection<Frame> {
  readonly #path: string
  readonly #surroundings: NetSurroundings<Frame>
  readonly #events: ConnectionEvents<Frame>
  readonly #longestWaitMs: number
  readonly #unsubscribe: () => void
  #state: State<Frame> = { kind: 'waiting', cancel: () => {} }
  #failures = 0

  constructor({ path, surroundings, events, longestWaitMs = LONGEST_MS }: ConnectionOptions<Frame>) {
    this.#path = path
    this.#surroundings = surroundings
    this.#events = events
    this.#longestWaitMs = longestWaitMs
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
    let current: Socket<Frame> | null = null
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
  send(frame: Frame): void {
    if (this.#state.kind === 'open') this.#state.socket.send(frame)
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

  #opened(socket: Socket<Frame>): void {
    if (this.#state.kind !== 'connecting') return
    this.#state.cancel()
    this.#state = { kind: 'open', socket, heardAt: this.#now(), askedAt: null, cancel: () => {} }
    this.#watch()
    this.#events.opened()
  }

  #received(frame: Frame): void {
    if (this.#state.kind !== 'open') return
    this.#state.heardAt = this.#now()
    this.#state.askedAt = null
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
    return Math.min(this.#longestWaitMs, backoffMs(this.#failures - 1, random))
  }

  #watch(): void {
    const state = this.#state
    if (state.kind !== 'open') return
    state.cancel = this.#after(CHECK_EVERY_MS, () => {
      const { heardAt, askedAt } = state
      const online = this.#surroundings.network.online()
      const verdict = judgeSilence({ now: this.#now(), heardAt, askedAt, atStake: this.#events.atStake(), online })
      if (verdict === 'dead' || this.#events.isOverdue()) {
        this.drop()
        return
      }
      if (verdict === 'ask') this.#ask()
      this.#watch()
    })
  }

  #ask(): void {
    const state = this.#state
    if (state.kind !== 'open' || state.askedAt !== null) return
    state.askedAt = this.#now()
    this.#events.ask((isThere) => {
      if (this.#state !== state || state.askedAt === null) return
      if (!isThere) return this.drop()
      state.heardAt = this.#now()
      state.askedAt = null
    })
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
