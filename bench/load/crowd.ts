/** The people of some rooms: all connected, those who write with their keystrokes ready. */
import { setTimeout as delay } from 'node:timers/promises'
import { type BaseDocument, baseDocument } from '../text/base-document'
import { typeAhead } from '../text/typing'
import { BenchClient } from './client'
import { RoomDeliveries } from './deliveries'
import type { Target } from './target'

/** So many connect at a time: this is no storm. */
const CONNECTING_AT_ONCE = 40
/** A server that loads a document only when somebody comes gets this long to load it. */
const LOADING_MS = 300

export interface CrowdOptions {
  target: Target
  rooms: number
  clients: number
  /** The first of them write. */
  writers: number
  /** Keystrokes made ready for each. */
  keystrokes: number
  documentEdits: number
  /** As in `Data`. */
  pastedCharacters?: number
  /** So many at the end of each room never read once they are in. */
  deaf?: number
  /** Characters of one keystroke; more is a paste. */
  letters?: number
}

export interface CrowdRoom {
  clients: BenchClient[]
  deliveries: RoomDeliveries
  /** For each writer, how long each write took to be acknowledged. */
  acks: number[]
}

export interface Crowd {
  base: BaseDocument
  rooms: CrowdRoom[]
  /** Counts what is sent from now on. */
  countFromNow(): void
  /** Waits until everything has arrived everywhere, but not for ever. */
  settled(limitMs: number): Promise<void>
  end(): void
}

export async function gather({ target, ...options }: CrowdOptions): Promise<Crowd> {
  const base = baseDocument(options.documentEdits, options.pastedCharacters)
  const texts = Array.from({ length: options.writers }, (_, writer) =>
    typeAhead(base, { writer, count: options.keystrokes, letters: options.letters ?? 1 }),
  )
  const rooms: CrowdRoom[] = []
  const deaf = options.deaf ?? 0
  const connect = (room: CrowdRoom, name: string): Promise<void> => {
    const reader = room.clients.length
    let acked = 0
    const client = new BenchClient({
      target,
      room: name,
      base,
      onUpdate: (update) => room.deliveries.receive(reader, update, performance.now()),
      onAck: (writes) => {
        const now = performance.now()
        for (; acked < writes; acked++) {
          const sent = room.deliveries.sentAt(reader, acked)
          if (sent !== undefined && sent >= room.deliveries.countFrom) room.acks.push(now - sent)
        }
      },
    })
    room.clients.push(client)
    return client.synced
  }
  for (let i = 0; i < options.rooms; i++) {
    const deliveries = new RoomDeliveries({ texts, clients: options.clients, deaf })
    rooms.push({ clients: [], deliveries, acks: [] })
  }
  const named = rooms.map((room, index) => [room, target.rooms[index] ?? `room-${index}`] as const)
  // The first of each room brings, or wakes, the document; then come the others.
  await inBatches(
    named.map(
      ([room, name]) =>
        () =>
          connect(room, name),
    ),
  )
  await delay(LOADING_MS)
  const others = named.flatMap(([room, name]) => Array.from({ length: options.clients - 1 }, () => () => connect(room, name)))
  await inBatches(others)
  if (deaf > 0) for (const { clients } of rooms) for (const client of clients.slice(-deaf)) client.stopReading()
  return {
    base,
    rooms,
    countFromNow() {
      const now = performance.now()
      for (const { deliveries } of rooms) deliveries.countFrom = now
    },
    async settled(limitMs) {
      const limit = performance.now() + limitMs
      while (rooms.some(({ deliveries }) => deliveries.total.missing > 0) && performance.now() < limit) await delay(20)
    },
    end() {
      for (const { clients } of rooms) for (const client of clients) client.end()
    },
  }
}

async function inBatches(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  for (let at = 0; at < tasks.length; at += CONNECTING_AT_ONCE) {
    await Promise.all(tasks.slice(at, at + CONNECTING_AT_ONCE).map((task) => task()))
  }
}
