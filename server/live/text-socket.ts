/** One WebSocket that carries texts: limits, pings, and one way to close. What the texts mean is its owner's matter. */
import type { WebSocket } from 'ws'
import { CLOSE, type CloseCode } from '../../shared/wire/close-codes'
import type { Clock } from '../platform/clock'
import { RateLimit } from '../platform/rate-limit'
import type { LiveLimits } from './limits'

export interface TextSocketOptions {
  socket: WebSocket
  clock: Clock
  limits: LiveLimits
  onClosed(code: CloseCode | null, reason: string): void
  /** Still here: called with every ping that goes out. */
  onPing(): void
}

export class TextSocket {
  readonly #options: TextSocketOptions
  readonly #rate: RateLimit
  /** Texts that came before somebody listened. */
  #early: string[] | null = []
  #listener: ((text: string) => void) | null = null
  #closed = false
  #answeredPing = true
  #cancelPing: () => void

  constructor(options: TextSocketOptions) {
    this.#options = options
    const { socket, clock, limits } = options
    this.#rate = new RateLimit({ perSecond: limits.messagesPerSecond, burst: limits.messageBurst, now: clock.now() })
    socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary))
    socket.on('pong', () => {
      this.#answeredPing = true
    })
    socket.on('close', () => this.#ended(null, ''))
    // ws closes the socket itself after an error (a message over the limit, a broken frame); `close` follows.
    socket.on('error', () => undefined)
    this.#cancelPing = clock.after(limits.pingEveryMs, () => this.#ping())
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** Hears everything from here on, and what came before in its order. */
  listen(listener: (text: string) => void): void {
    const early = this.#early ?? []
    this.#early = null
    this.#listener = listener
    for (const text of early) if (!this.#closed) listener(text)
  }

  send(text: string): void {
    if (this.#closed) return
    const { socket, limits } = this.#options
    socket.send(text)
    if (socket.bufferedAmount > limits.maxUnsentBytes) this.close(CLOSE.tooSlow, 'reads too slowly')
  }

  close(code: CloseCode, reason: string): void {
    if (this.#closed) return
    this.#options.socket.close(code, reason)
    this.#ended(code, reason)
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#closed) return
    if (isBinary) return this.close(CLOSE.malformed, 'texts only')
    if (!this.#rate.take(this.#options.clock.now())) return this.close(CLOSE.tooFrequent, 'too many messages')
    const text = data.toString('utf8')
    if (this.#early === null) return this.#listener?.(text)
    if (this.#early.length >= this.#options.limits.maxEarlyMessages)
      return this.close(CLOSE.tooFrequent, 'too many early messages')
    this.#early.push(text)
  }

  #ping(): void {
    const { socket, clock, limits, onPing } = this.#options
    if (!this.#answeredPing) {
      socket.terminate()
      return
    }
    this.#answeredPing = false
    socket.ping()
    onPing()
    this.#cancelPing = clock.after(limits.pingEveryMs, () => this.#ping())
  }

  #ended(code: CloseCode | null, reason: string): void {
    if (this.#closed) return
    this.#closed = true
    this.#cancelPing()
    this.#early = null
    this.#listener = null
    this.#options.onClosed(code, reason)
  }
}
