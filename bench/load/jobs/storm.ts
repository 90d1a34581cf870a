/** The network comes back for everybody at once: all reconnect in the same moment, up to date, each with its cursor. */
import { setTimeout as delay } from 'node:timers/promises'
import { latencies, round } from '../../statistics'
import { baseDocument } from '../../text/base-document'
import { BenchClient } from '../client'
import { presenceUpdate } from '../presence-update'
import { cpuMs } from '../process-use'
import type { Figures, Target } from '../target'

export interface StormJob {
  job: 'storm'
  clients: number
  rooms: number
  documentEdits: number
}

const LOADING_MS = 1_000
const CALM_MS = 1_000

export async function measureStorm(target: Target, { clients, rooms, documentEdits }: StormJob): Promise<Figures> {
  const base = baseDocument(documentEdits)
  // Somebody whose network did not fail keeps each document open.
  const keepers = Array.from({ length: rooms }, (_, i) => new BenchClient({ target, room: target.rooms[i] ?? `room-${i}`, base }))
  await Promise.all(keepers.map((keeper) => keeper.synced))
  await delay(LOADING_MS)
  const cpuBefore = cpuMs(target.pid)
  const began = performance.now()
  const took: number[] = []
  const returning = Array.from({ length: clients }, (_, i) => {
    const presence = presenceUpdate({ client: 2_000_000 + i, clock: 1 })
    return new BenchClient({ target, room: target.rooms[i % rooms] ?? `room-${i % rooms}`, base, presence })
  })
  await Promise.all(returning.map((client) => client.synced.then(() => took.push(performance.now() - began))))
  const allMs = performance.now() - began
  // What the storm leaves to be done (cursors to pass on) belongs to it.
  await delay(CALM_MS)
  const cpu = cpuMs(target.pid) - cpuBefore
  for (const client of [...keepers, ...returning]) client.end()
  return { allSyncedMs: round(allMs), cpuMsPerClient: round(cpu / clients), ...latencies('synced', took) }
}
