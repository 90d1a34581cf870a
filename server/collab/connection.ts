/** One WebSocket: bytes in, limits, the gate; past it nothing is unknown. */
import * as decoding from 'lib0/decoding'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { CLOSE, type CloseCode } from '../../shared/wire/close-codes'
import { MESSAGE, SYNC } from '../../shared/wire/frames'
import type { Clock } from '../platform/clock'
import { decide, kindOf } from './gate'
import type { Limits } from './limits'
import type { LiveSession, Outlet } from './live-session'
import { RateLimit } from '../platform/rate-limit'
import type { Room } from './room'

/** Idle time is counted in minutes; once a minute is often enough to say that someone is not idle. */
const TOUCH_EVERY_MS = 60_000

export interface ConnectionOptions {
  socket: WebSocket
  /** What `socket` writes to. */
  stream: Duplex
  clock: Clock
  limits: Limits
  /** The person did something. */
  onActive(sessionId: string): void
  onClosed(session: LiveSession): void
  onRefused(session: LiveSession | null, code: CloseCode, reason: string): void
}

interface Seat {
  session: LiveSession
  room: Room
}

export class Connection implements Outlet {
  readonly #options: ConnectionOptions
  readonly #rate: RateLimit
  /** Messages that came before the room was loaded. */
  #early: Uint8Array[] = []
  #seat: Seat | null = null
  #closed = false
  #answeredPing = true
  #cancelPing: () => void
  #touchedAt = Number.NEGATIVE_INFINITY

  constructor(options: ConnectionOptions) {
    this.#options = options
    const { socket, clock, limits } = options
    this.#rate = new RateLimit({ perSecond: limits.messagesPerSecond, burst: limits.messageBurst, now: clock.now() })
    socket.binaryType = 'nodebuffer'
    socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary))
    socket.on('pong', () => {
      this.#answeredPing = true
    })
    socket.on('close', () => this.#ended())
    options.stream.on('drain', () => this.#drained())
    // ws closes the socket itself after an error (a message over the limit, a broken frame); `close` follows.
    socket.on('error', () => undefined)
    this.#cancelPing = clock.after(limits.pingEveryMs, () => this.#ping())
  }

  get unsentBytes(): number {
    return this.#options.socket.bufferedAmount
  }

  send(...frames: Uint8Array[]): void {
    if (this.#closed) return
    const { socket, stream } = this.#options
    if (frames.length > 1) stream.cork()
    for (const frame of frames) socket.send(frame)
    if (frames.length > 1) stream.uncork()
  }

  close(code: CloseCode, reason: string): void {
    if (this.#closed) return
    this.#options.onRefused(this.#seat?.session ?? null, code, reason)
    this.#options.socket.close(code, reason)
    this.#ended()
  }

  /** The network took bytes that were waiting. */
  #drained(): void {
    if (this.#seat?.session.lag && this.unsentBytes < this.#options.limits.lagBytes / 4)
      this.#seat.room.drained(this.#seat.session)
  }

  /** The room is loaded and the rights are known: what came early is taken now, in its order. */
  seat(session: LiveSession, room: Room): void {
    if (this.#closed) return
    this.#seat = { session, room }
    room.join(session)
    const early = this.#early
    this.#early = []
    for (const message of early) this.#take(message)
  }

  get isClosed(): boolean {
    return this.#closed
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#closed) return
    if (!isBinary) return this.close(CLOSE.malformed, 'binary messages only')
    if (!this.#rate.take(this.#options.clock.now())) return this.close(CLOSE.tooFrequent, 'too many messages')
    if (this.#seat !== null) return this.#take(data)
    if (this.#early.length >= this.#options.limits.maxEarlyMessages)
      return this.close(CLOSE.tooFrequent, 'too many early messages')
    this.#early.push(data)
  }

  #take(message: Uint8Array): void {
    if (this.#seat === null || this.#closed) return
    try {
      this.#dispatch(this.#seat, message)
    } catch {
      // lib0 throws when bytes end too early; our own code below this line throws nothing else.
      this.close(CLOSE.malformed, 'unreadable message')
    }
  }

  #dispatch({ session, room }: Seat, message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    const type = decoding.readVarUint(decoder)
    const step = type === MESSAGE.sync ? decoding.readVarUint(decoder) : 0
    const kind = kindOf(type, step)
    switch (decide(kind, session.ability)) {
      case 'drop':
        return
      case 'close':
        return this.close(kind === 'unknown' ? CLOSE.malformed : CLOSE.notAllowed, `message kind ${type} is not taken here`)
    }
    switch (kind) {
      case 'syncStep1':
        return room.answerStep1(session, decoding.readVarUint8Array(decoder))
      case 'write':
        room.receive(session, decoding.readVarUint8Array(decoder), step === SYNC.step2)
        if (step === SYNC.update) this.#active(session)
        return
      case 'awareness':
        if (room.receivePresence(session, decoding.readVarUint8Array(decoder))) this.#active(session)
        return
      case 'queryAwareness':
        return room.answerPresenceQuery(session)
    }
  }

  #active(session: LiveSession): void {
    const now = this.#options.clock.now()
    if (now - this.#touchedAt < TOUCH_EVERY_MS) return
    this.#touchedAt = now
    this.#options.onActive(session.identity.sessionId)
  }

  #ping(): void {
    const { socket, clock, limits } = this.#options
    const lag = this.#seat?.session.lag
    if (lag && clock.now() - lag.since > limits.maxLagMs) return this.close(CLOSE.tooSlow, 'reads too slowly')
    if (!this.#answeredPing) {
      socket.terminate()
      return
    }
    this.#answeredPing = false
    socket.ping()
    this.#cancelPing = clock.after(limits.pingEveryMs, () => this.#ping())
  }

  #ended(): void {
    if (this.#closed) return
    this.#closed = true
    this.#cancelPing()
    this.#early = []
    if (this.#seat) this.#options.onClosed(this.#seat.session)
  }
}
