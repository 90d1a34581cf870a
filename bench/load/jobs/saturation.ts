/** Each writer has a number of keystrokes under way at all times (a closed loop): what the server can carry when it is pressed. */
import { setTimeout as delay } from 'node:timers/promises'
import { latencies, round } from '../../statistics'
import { gather } from '../crowd'
import { cpuMs } from '../process-use'
import type { Figures, Target } from '../target'

export interface SaturationJob {
  job: 'saturation'
  clients: number
  writers: number
  /** Keystrokes of each writer under way. */
  window: number
  seconds: number
}

const WARM_UP_MS = 1_000
/** Our server closes a socket that sends more than 1,000 messages a second for long; every server is spared that alike. */
const MOST_A_SECOND = 900

export async function measureSaturation(target: Target, job: SaturationJob): Promise<Figures> {
  const { clients, writers, window, seconds } = job
  const keystrokes = Math.ceil(MOST_A_SECOND * (seconds + WARM_UP_MS / 1000)) + window
  const crowd = await gather({ target, rooms: 1, clients, writers, keystrokes, documentEdits: 0 })
  const [room] = crowd.rooms
  if (room === undefined) throw new Error('no room')
  const began = performance.now()
  const sent = new Array<number>(writers).fill(0)
  const underWay = new Array<number>(writers).fill(0)
  let ending = false
  const send = (writer: number) => {
    const now = performance.now()
    const allowed = ((now - began) * MOST_A_SECOND) / 1000 + window
    while (!ending && (underWay[writer] as number) < window && (sent[writer] as number) < allowed) {
      const update = room.deliveries.send(writer, now)
      if (update === null) return
      sent[writer] = (sent[writer] as number) + 1
      underWay[writer] = (underWay[writer] as number) + 1
      room.clients[writer]?.write(update)
    }
  }
  const press = () => {
    for (let writer = 0; writer < writers; writer++) send(writer)
  }
  room.deliveries.onComplete = (writer) => {
    underWay[writer] = (underWay[writer] as number) - 1
  }
  // Looked at every millisecond and not from inside a reader's frame: a reply must not wait for the other readers of its frame.
  const pressing = setInterval(press, 1)
  await delay(WARM_UP_MS)
  crowd.countFromNow()
  const counted = { cpu: cpuMs(target.pid), at: performance.now(), deliveries: room.deliveries.deliveries }
  await delay(seconds * 1000)
  const cpu = cpuMs(target.pid) - counted.cpu
  const wall = performance.now() - counted.at
  const deliveries = room.deliveries.deliveries - counted.deliveries
  ending = true
  clearInterval(pressing)
  await crowd.settled(10_000)
  const figures: Figures = {
    cpuPercent: round((100 * cpu) / wall),
    deliveriesPerSecond: round((1000 * deliveries) / wall),
    deliveriesPerCpuSecond: round((1000 * deliveries) / cpu),
    cpuMicrosPerDelivery: round((1000 * cpu) / deliveries),
    ...latencies('lastReader', room.deliveries.toLastReader),
    missing: room.deliveries.total.missing,
    closedSockets: room.clients.filter((client) => client.closedWith !== null).length,
  }
  crowd.end()
  return figures
}
