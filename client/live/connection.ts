/**
 * One text socket after another, until told to stop: opens it, notices when it is dead, waits, opens the next. Whoever only listens
 * (a projector) cannot ask over the socket whether it is alive: after a silence the server is asked by another way.
 */
import { backoffMs } from '../collab/backoff'
import { CLOSE, type CloseCode, mayComeBack } from '../../shared/wire/close-codes'
import type { LiveSurroundings, TextSocket } from './surroundings'

const CONNECT_WITHIN_MS = 10_000
const CHECK_EVERY_MS = 1_000
const SILENCE_MS = 10_000
/** The server restarts within a second or two; a meeting does not wait ten. */
const LONGEST_WAIT_MS = 4_000

export interface ConnectionEvents {
  opened(): void
  received(text: string): void
  /** Down; another attempt follows. Called for a failed attempt, too. */
  lost(): void
  /** Down for good. */
  refused(code: CloseCode): void
  /** An answer is so late that the socket must be dead. */
  isOverdue(): boolean
}

type State =
  | { kind: 'waiting'; cancel: () => void }
  | { kind: 'connecting'; socket: TextSocket; cancel: () => void }
  | { kind: 'open'; socket: TextSocket; heardAt: number; isProbing: boolean; cancel: () => void }
  | { kind: 'stopped' }

export class Connection {
  readonly #path: string
  readonly #surroundings: LiveSurroundings
  readonly #events: ConnectionEvents
  readonly #unsubscribe: () => void
  #state: State = { kind: 'waiting', cancel: () => {} }
  #failures = 0

  constructor(path: string, surroundings: LiveSurroundings, events: ConnectionEvents) {
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
    let current: TextSocket | null = null
    const isCurrent = () => current !== null && 'socket' in this.#state && this.#state.socket === current
    current = this.#surroundings.openSocket(this.#path, {
      opened: () => {
        if (isCurrent() && current) this.#opened(current)
      },
      received: (text) => {
        if (isCurrent()) this.#received(text)
      },
      closed: (code) => {
        if (isCurrent()) this.#closed(code)
      },
    })
    this.#state = { kind: 'connecting', socket: current, cancel: this.#after(CONNECT_WITHIN_MS, () => this.drop()) }
  }

  /** Silently nothing while there is no open socket: what must arrive is kept by the caller until it is answered. */
  send(text: string): void {
    if (this.#state.kind === 'open') this.#state.socket.send(text)
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

  #opened(socket: TextSocket): void {
    if (this.#state.kind !== 'connecting') return
    this.#state.cancel()
    this.#state = { kind: 'open', socket, heardAt: this.#now(), isProbing: false, cancel: () => {} }
    this.#watch()
    this.#events.opened()
  }

  #received(text: string): void {
    if (this.#state.kind !== 'open') return
    this.#state.heardAt = this.#now()
    this.#failures = 0
    this.#events.received(text)
  }

  #closed(code: number): void {
    if (!('socket' in this.#state)) return
    this.#state.cancel()
    if (!mayComeBack(code)) {
      this.stop()
      this.#events.refused(Object.values(CLOSE).find((known) => known === code) ?? CLOSE.notAllowed)
      return
    }
    const wait = Math.min(LONGEST_WAIT_MS, backoffMs(this.#failures, this.#surroundings.random()))
    this.#failures += 1
    this.#state = { kind: 'waiting', cancel: this.#after(wait, () => this.connect()) }
    this.#events.lost()
  }

  #watch(): void {
    const state = this.#state
    if (state.kind !== 'open') return
    state.cancel = this.#after(CHECK_EVERY_MS, () => {
      if (this.#events.isOverdue()) {
        this.drop()
        return
      }
      if (this.#now() - state.heardAt >= SILENCE_MS) void this.#probe()
      this.#watch()
    })
  }

  async #probe(): Promise<void> {
    const state = this.#state
    if (state.kind !== 'open' || state.isProbing) return
    state.isProbing = true
    const answers = await this.#surroundings.probe()
    state.isProbing = false
    if (this.#state !== state) return
    if (answers) state.heardAt = this.#now()
    else this.drop()
  }

  /** Browsers call a network gone that still reaches a server on the same machine, and the other way round: ask. */
  #networkChanged(): void {
    if (this.#state.kind === 'open') void this.#probe()
    else if (this.#surroundings.network.online()) this.connect()
  }

  #now(): number {
    return this.#surroundings.clock.now()
  }

  #after(delayMs: number, run: () => void): () => void {
    return this.#surroundings.clock.after(delayMs, run)
  }
}
