/**
 * A WebSocket client that costs little, so that the load generator is not what is measured: frames are read in place, and masked
 * with zeros, which the protocol allows and which leaves the payload as it is. Whole binary messages only.
 */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const
const FIN = 0x80
const MASKED = 0x80

export interface BenchSocketOptions {
  port: number
  path: string
  cookie: string | null
  onOpen(): void
  /** The bytes are good until it returns. */
  onMessage(message: Uint8Array): void
  onClose(code: number): void
  onPong?(): void
}

export class BenchSocket {
  readonly #options: BenchSocketOptions
  readonly #socket: Socket
  #open = false
  #closed = false
  #rest: Buffer | null = null
  #fragments: Buffer[] = []

  constructor(options: BenchSocketOptions) {
    this.#options = options
    this.#socket = connect({ host: '127.0.0.1', port: options.port, noDelay: true })
    this.#socket.on('connect', () => this.#socket.write(this.#request()))
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk))
    this.#socket.on('close', () => this.#ended(1006))
    this.#socket.on('error', () => this.#ended(1006))
  }

  send(message: Uint8Array): void {
    this.#write(OPCODE.binary, message)
  }

  ping(): void {
    this.#write(OPCODE.ping, new Uint8Array())
  }

  /** Lets the server's bytes pile up, as a reader on a broken network does. */
  stopReading(): void {
    this.#socket.pause()
  }

  destroy(): void {
    this.#closed = true
    this.#socket.destroy()
  }

  #request(): string {
    const { path, port, cookie } = this.#options
    return [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(cookie === null ? [] : [`Cookie: ${cookie}`]),
      '\r\n',
    ].join('\r\n')
  }

  #write(opcode: number, payload: Uint8Array): void {
    if (this.#closed) return
    const { length } = payload
    const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
    const frame = Buffer.allocUnsafe(head + 4 + length)
    frame[0] = FIN | opcode
    if (head === 2) frame[1] = MASKED | length
    else if (head === 4) {
      frame[1] = MASKED | 126
      frame.writeUInt16BE(length, 2)
    } else {
      frame[1] = MASKED | 127
      frame.writeBigUInt64BE(BigInt(length), 2)
    }
    frame.writeUInt32BE(0, head)
    frame.set(payload, head + 4)
    this.#socket.write(frame)
  }

  #read(chunk: Buffer): void {
    let data = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk])
    this.#rest = null
    if (!this.#open) {
      const end = data.indexOf('\r\n\r\n')
      if (end < 0) {
        this.#rest = data
        return
      }
      if (!data.subarray(0, end).toString('latin1').startsWith('HTTP/1.1 101')) {
        this.#ended(1002)
        this.#socket.destroy()
        return
      }
      this.#open = true
      this.#options.onOpen()
      data = data.subarray(end + 4)
    }
    let at = 0
    while (!this.#closed) {
      const next = this.#frame(data, at)
      if (next === 0) break
      at = next
    }
    if (at < data.length && !this.#closed) this.#rest = data.subarray(at)
  }

  /** Takes one frame at `at`. @returns where the next one begins, 0 if it is not whole yet. */
  #frame(data: Buffer, at: number): number {
    if (data.length < at + 2) return 0
    const first = data[at] as number
    let length = (data[at + 1] as number) & 0x7f
    let body = at + 2
    if (length === 126) {
      if (data.length < at + 4) return 0
      length = data.readUInt16BE(at + 2)
      body = at + 4
    } else if (length === 127) {
      if (data.length < at + 10) return 0
      length = Number(data.readBigUInt64BE(at + 2))
      body = at + 10
    }
    if (data.length < body + length) return 0
    this.#take(first & 0x0f, (first & FIN) !== 0, data.subarray(body, body + length))
    return body + length
  }

  #take(opcode: number, isLast: boolean, payload: Buffer): void {
    switch (opcode) {
      case OPCODE.ping:
        this.#write(OPCODE.pong, payload)
        return
      case OPCODE.close:
        this.#ended(payload.length >= 2 ? payload.readUInt16BE(0) : 1005)
        this.#socket.end()
        return
      case OPCODE.pong:
        this.#options.onPong?.()
        return
    }
    if (isLast && this.#fragments.length === 0) {
      this.#options.onMessage(payload)
      return
    }
    this.#fragments.push(Buffer.from(payload))
    if (!isLast) return
    const whole = Buffer.concat(this.#fragments)
    this.#fragments = []
    this.#options.onMessage(whole)
  }

  #ended(code: number): void {
    if (this.#closed) return
    this.#closed = true
    this.#options.onClose(code)
  }
}
