/** Everybody moves their cursor all the time. What counts is how old a cursor is when it is seen, and what the moves cost. */
import { setTimeout as delay } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import { latencies, round } from '../../statistics'
import { baseDocument } from '../../text/base-document'
import { BenchClient } from '../client'
import { presenceUpdate } from '../presence-update'
import { cpuMs } from '../process-use'
import type { Figures, Target } from '../target'

export interface PresenceJob {
  job: 'presence'
  rooms: number
  clients: number
  /** Moves a second of each. */
  rate: number
  seconds: number
}

const WARM_UP_SECONDS = 1
const FIRST_CLIENT = 3_000_000
/** One in so many cursors seen is timed. */
const SAMPLE = 7

export async function measurePresence(target: Target, { rooms, clients, rate, seconds }: PresenceJob): Promise<Figures> {
  const base = baseDocument(0)
  const ages: number[] = []
  let countFrom = Number.POSITIVE_INFINITY
  let seen = 0
  const movedAt: number[][] = Array.from({ length: rooms * clients }, () => [])
  const receive = (own: number, update: Uint8Array) => {
    const now = performance.now()
    const decoder = decoding.createDecoder(update)
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const index = decoding.readVarUint(decoder) - FIRST_CLIENT
      const clock = decoding.readVarUint(decoder)
      // Read first: `+=` would take the position from before the reading.
      const length = decoding.readVarUint(decoder)
      decoder.pos += length
      const moved = movedAt[index]?.[clock]
      if (index === own || moved === undefined || moved < countFrom) continue
      seen += 1
      if (seen % SAMPLE === 0) ages.push(now - moved)
    }
  }
  const people = Array.from({ length: rooms * clients }, (_, own) => {
    const room = Math.floor(own / clients)
    return new BenchClient({
      target,
      room: target.rooms[room] ?? `room-${room}`,
      base,
      onAwareness: (update) => receive(own, update),
    })
  })
  await Promise.all(people.map((person) => person.synced))
  const everyMs = 1000 / rate
  const due = people.map((_, index) => (index / people.length) * everyMs)
  let moves = 0
  const move = async (untilMs: number, began: number) => {
    for (;;) {
      const elapsed = performance.now() - began
      if (elapsed >= untilMs) return
      for (const [index, person] of people.entries()) {
        if ((due[index] as number) > elapsed) continue
        due[index] = (due[index] as number) + everyMs
        const times = movedAt[index] as number[]
        const clock = times.length + 1
        times[clock] = performance.now()
        person.say(presenceUpdate({ client: FIRST_CLIENT + index, clock }))
        moves += 1
      }
      await delay(1)
    }
  }
  const began = performance.now()
  await move(WARM_UP_SECONDS * 1000, began)
  countFrom = performance.now()
  moves = 0
  const cpuBefore = cpuMs(target.pid)
  await move((WARM_UP_SECONDS + seconds) * 1000, began)
  const cpu = cpuMs(target.pid) - cpuBefore
  const wall = performance.now() - countFrom
  await delay(200)
  for (const person of people) person.end()
  return {
    cpuPercent: round((100 * cpu) / wall),
    cpuMicrosPerDelivery: round((1000 * cpu) / (moves * (clients - 1))),
    movesPerSecond: round((1000 * moves) / wall),
    ...latencies('age', ages),
    closedSockets: people.filter((person) => person.closedWith !== null).length,
  }
}
