/** People type at a steady pace, whatever the server does (an open loop): its latency under an ordinary load, and what a keystroke costs it. */
import { setTimeout as delay } from 'node:timers/promises'
import { latencies, round } from '../../statistics'
import { type Crowd, gather } from '../crowd'
import { cpuMs, residentMb } from '../process-use'
import type { Figures, Target } from '../target'

export interface TypingJob {
  job: 'typing'
  rooms: number
  clients: number
  writers: number
  /** Keystrokes a second of one writer. */
  rate: number
  seconds: number
  documentEdits: number
  /** As in `Data`. */
  pastedCharacters?: number
  /** Somebody types only in so many of the rooms; otherwise in all. */
  typingRooms?: number
  /** Clients of each room that do not read. */
  deaf?: number
  /** Characters of one keystroke. */
  letters?: number
}

/** Long enough for a fresh server to have compiled what it runs: people meet one that has been up for days. */
const WARM_UP_SECONDS = 5
const SETTLE_MS = 5_000

export async function measureTyping(target: Target, job: TypingJob): Promise<Figures> {
  const { rooms, clients, writers, rate, seconds, deaf = 0 } = job
  const keystrokes = Math.ceil(rate * (seconds + WARM_UP_SECONDS)) + 1
  const emptyMb = residentMb(target.pid)
  const crowd = await gather({ ...job, target, keystrokes })
  const joinedMb = residentMb(target.pid)
  const pace = { rate, writers, typingRooms: job.typingRooms ?? rooms }
  await type(crowd, { ...pace, seconds: WARM_UP_SECONDS })
  crowd.countFromNow()
  const cpuBefore = cpuMs(target.pid)
  const began = performance.now()
  const edits = await type(crowd, { ...pace, seconds })
  const cpu = cpuMs(target.pid) - cpuBefore
  const wall = performance.now() - began
  const endMb = residentMb(target.pid)
  await crowd.settled(SETTLE_MS)
  const deliveries = sum(crowd.rooms.map((room) => room.deliveries.deliveries))
  const acks = crowd.rooms.flatMap((room) => room.acks)
  const sockets = rooms * clients
  const figures: Figures = {
    cpuPercent: round((100 * cpu) / wall),
    cpuMicrosPerEdit: round((1000 * cpu) / edits),
    cpuMicrosPerDelivery: round((1000 * cpu) / (edits * (clients - deaf - 1))),
    editsPerSecond: round((1000 * edits) / wall),
    ...latencies(
      'lastReader',
      crowd.rooms.flatMap((room) => room.deliveries.toLastReader),
    ),
    deliveries,
    missing: sum(crowd.rooms.map((room) => room.deliveries.total.missing)),
    closedSockets: crowd.rooms.flatMap((room) => room.clients).filter((client) => client.closedWith !== null).length,
    residentMb: round(endMb),
    residentGrowthMb: round(endMb - joinedMb),
    residentKbPerSocket: round((1024 * (joinedMb - emptyMb)) / sockets),
    ...(acks.length > 0 ? latencies('ack', acks) : {}),
  }
  crowd.end()
  return figures
}

/** @returns how many keystrokes were sent. */
async function type(
  crowd: Crowd,
  { rate, seconds, writers, typingRooms }: { rate: number; seconds: number; writers: number; typingRooms: number },
): Promise<number> {
  const everyMs = 1000 / rate
  const all = crowd.rooms
    .slice(0, typingRooms)
    .flatMap((room) => Array.from({ length: writers }, (_, writer) => ({ room, writer })))
  // Evenly spread, so that the load does not come in beats.
  const due = all.map((_, index) => (index / all.length) * everyMs)
  const began = performance.now()
  let sent = 0
  for (;;) {
    const elapsed = performance.now() - began
    if (elapsed >= seconds * 1000) return sent
    for (const [index, { room, writer }] of all.entries()) {
      while ((due[index] as number) <= elapsed) {
        due[index] = (due[index] as number) + everyMs
        const update = room.deliveries.send(writer, performance.now())
        if (update === null) continue
        room.clients[writer]?.write(update)
        sent += 1
      }
    }
    await delay(1)
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
