/** Somebody opens a stored document that nobody has open, then a second person opens it. */
import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import { median, percentile, round } from '../../statistics'
import { baseDocument } from '../../text/base-document'
import { BenchClient } from '../client'
import { LoopProbe } from '../loop-probe'
import { cpuMs } from '../process-use'
import type { Figures, Target } from '../target'

export interface ColdOpenJob {
  job: 'coldOpen'
  /** Documents opened, one after another; a further one is used by the probe. */
  count: number
  documentEdits: number
}

const PAUSE_MS = 60
const OPEN_LIMIT_MS = 20_000

interface Opening {
  ms: number
  cpu: number
  client: BenchClient
}

export async function measureColdOpen(target: Target, { count, documentEdits }: ColdOpenJob): Promise<Figures> {
  const base = baseDocument(documentEdits)
  const wanted = Y.decodeStateVector(base.stateVector)
  const probe = await LoopProbe.start(target, target.rooms[count] ?? 'probe', base)
  await delay(500)
  const arrivals: { room: string; received: { update: Uint8Array }[] }[] = []
  const first: Opening[] = []
  const second: Opening[] = []
  const open = async (room: string): Promise<Opening> => {
    const cpuBefore = cpuMs(target.pid)
    const began = performance.now()
    const received: { update: Uint8Array; at: number }[] = []
    let size = 0
    let arrived: () => void = () => undefined
    const whole = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const client = new BenchClient({
      target,
      room,
      base,
      isNew: true,
      onUpdate(update) {
        received.push({ update: update.slice(), at: performance.now() })
        size += update.length
        // Decoding here would be timed: the size says when it is worth a look, and the look comes after.
        if (size >= base.state.length * 0.95) arrived()
      },
    })
    await Promise.race([whole, delay(OPEN_LIMIT_MS)])
    await client.synced
    const at = received.at(-1)?.at ?? Number.NaN
    await delay(PAUSE_MS)
    const cpu = cpuMs(target.pid) - cpuBefore
    arrivals.push({ room, received })
    return { ms: at - began, cpu, client }
  }
  for (const room of target.rooms.slice(0, count)) {
    first.push(await open(room))
    second.push(await open(room))
    await delay(PAUSE_MS)
  }
  const waits = probe.stop().sort((a, b) => a - b)
  // Looking takes long: the probe would have waited for us, and not for the server.
  for (const { room, received } of arrivals)
    if (!covers(received, wanted)) throw new Error(`the document in ${room} is not whole`)
  for (const { client } of [...first, ...second]) client.end()
  const of = (openings: readonly Opening[], what: 'ms' | 'cpu') => round(median(openings.map((opening) => opening[what])))
  return {
    firstMs: of(first, 'ms'),
    secondMs: of(second, 'ms'),
    firstCpuMs: of(first, 'cpu'),
    secondCpuMs: of(second, 'cpu'),
    loopBlockedP50Ms: round(percentile(waits, 0.5)),
    loopBlockedMaxMs: round(waits.at(-1) ?? Number.NaN),
  }
}

function covers(received: readonly { update: Uint8Array }[], wanted: ReadonlyMap<number, number>): boolean {
  const doc = new Y.Doc()
  for (const { update } of received) Y.applyUpdate(doc, update)
  const has = Y.decodeStateVector(Y.encodeStateVector(doc))
  doc.destroy()
  return [...wanted].every(([client, clock]) => (has.get(client) ?? 0) >= clock)
}
