/** Follows every keystroke of a room to every reader, however the server packed it. */
import * as Y from 'yjs'
import type { TypedText } from '../text/typing'

/** Readers of a room get the same bytes one after another: the last few are remembered instead of read again. */
const REMEMBERED = 4

type Reach = readonly (readonly [writer: number, end: number])[]

interface Progress {
  sentAt: number[]
  /** Readers that have not got it yet. */
  left: number[]
}

export class RoomDeliveries {
  readonly #texts: readonly TypedText[]
  readonly #readers: number
  readonly #writerOf: ReadonlyMap<number, number>
  readonly #progress: Progress[]
  /** For each reader and writer: how many keystrokes have arrived. */
  readonly #arrived: Uint32Array
  #remembered: { bytes: Uint8Array; reach: Reach }[] = []
  /** Keystrokes sent before this moment are not counted. */
  countFrom = Number.POSITIVE_INFINITY
  deliveries = 0
  readonly toLastReader: number[] = []
  onComplete: (writer: number) => void = () => undefined

  /** Clients 0 … `texts.length - 1` write; all `clients` read but the last `deaf`. */
  constructor({ texts, clients, deaf }: { texts: readonly TypedText[]; clients: number; deaf: number }) {
    this.#texts = texts
    this.#readers = clients - deaf - 1
    this.#writerOf = new Map(texts.map(({ client }, writer) => [client, writer]))
    this.#progress = texts.map(() => ({ sentAt: [], left: [] }))
    this.#arrived = new Uint32Array(clients * texts.length)
  }

  /** @returns the next update of `writer`, now on its way; null when there is none left. */
  send(writer: number, now: number): Uint8Array | null {
    const progress = this.#progress[writer] as Progress
    const keystroke = this.#texts[writer]?.keystrokes[progress.sentAt.length]
    if (keystroke === undefined) return null
    progress.sentAt.push(now)
    progress.left.push(this.#readers)
    return keystroke.update
  }

  sentAt(writer: number, keystroke: number): number | undefined {
    return this.#progress[writer]?.sentAt[keystroke]
  }

  receive(reader: number, update: Uint8Array, now: number): void {
    for (const [writer, end] of this.#reachOf(update)) {
      if (writer === reader) continue
      const { sentAt, left } = this.#progress[writer] as Progress
      const { keystrokes } = this.#texts[writer] as TypedText
      const slot = reader * this.#texts.length + writer
      let next = this.#arrived[slot] as number
      while (next < sentAt.length && (keystrokes[next]?.end ?? Number.POSITIVE_INFINITY) <= end) {
        const waiting = (left[next] as number) - 1
        left[next] = waiting
        const sent = sentAt[next] as number
        if (sent >= this.countFrom) {
          this.deliveries += 1
          if (waiting === 0) this.toLastReader.push(now - sent)
        }
        if (waiting === 0) this.onComplete(writer)
        next += 1
      }
      this.#arrived[slot] = next
    }
  }

  /** Keystrokes sent, and how many of them some reader still lacks. */
  get total(): { sent: number; missing: number } {
    let sent = 0
    let missing = 0
    for (const { left } of this.#progress) {
      sent += left.length
      for (const waiting of left) if (waiting > 0) missing += 1
    }
    return { sent, missing }
  }

  #reachOf(update: Uint8Array): Reach {
    for (const { bytes, reach } of this.#remembered) {
      if (bytes.length === update.length && Buffer.compare(bytes, update) === 0) return reach
    }
    const reach = this.#read(update)
    this.#remembered = [{ bytes: update.slice(), reach }, ...this.#remembered.slice(0, REMEMBERED - 1)]
    return reach
  }

  #read(update: Uint8Array): Reach {
    const ends = new Map<number, number>()
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      const writer = this.#writerOf.get(id.client)
      if (writer !== undefined) ends.set(writer, Math.max(ends.get(writer) ?? 0, id.clock + length))
    }
    return [...ends]
  }
}
