/**
 * The server is killed in the middle of typing. `type` types, kills it and tells what the others had seen and what was acknowledged;
 * `look` asks the server that was started again on the same data what it still has.
 */
import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import { baseDocument } from '../../text/base-document'
import { typeAhead } from '../../text/typing'
import { BenchClient } from '../client'
import type { Figures, Target } from '../target'

export interface CrashJob {
  job: 'crash'
  phase: 'type' | 'look'
  /** How long is typed before the kill. */
  typingMs: number
}

const WRITERS = 2
/** Keystrokes a second of one writer. */
const RATE = 25

export function measureCrash(target: Target, { phase, typingMs }: CrashJob): Promise<Figures> {
  return phase === 'type' ? typeAndKill(target, typingMs) : look(target)
}

async function typeAndKill(target: Target, typingMs: number): Promise<Figures> {
  const base = baseDocument(0)
  const room = target.rooms[0] ?? 'room-0'
  const count = Math.ceil((typingMs * RATE) / 1000) + 1
  const texts = Array.from({ length: WRITERS }, (_, writer) => typeAhead(base, { writer, count, letters: 1 }))
  const acked = texts.map(() => 0)
  const clients: BenchClient[] = []
  for (const writer of texts.keys()) {
    const client = new BenchClient({ target, room, base, onAck: (writes) => (acked[writer] = writes) })
    await client.synced
    clients.push(client)
  }
  const seen = new Map<number, number>()
  const reader = new BenchClient({ target, room, base, onUpdate: (update) => addClocks(seen, update) })
  await reader.synced
  await delay(300)
  for (let i = 0; i < count - 1; i++) {
    for (const [writer, client] of clients.entries()) {
      const keystroke = texts[writer]?.keystrokes[i]
      if (keystroke) client.write(keystroke.update)
    }
    await delay(1000 / RATE)
  }
  process.kill(target.pid, 'SIGKILL')
  await delay(200)
  const figures: Figures = {}
  for (const [writer, { client, keystrokes }] of texts.entries()) {
    figures[`seen${writer}`] = seen.get(client) ?? 0
    const last = (acked[writer] ?? 0) - 1
    figures[`acked${writer}`] = keystrokes[last]?.end ?? 0
  }
  return figures
}

async function look(target: Target): Promise<Figures> {
  const stored = new Map<number, number>()
  const base = baseDocument(0)
  const onUpdate = (update: Uint8Array) => addClocks(stored, update)
  const client = new BenchClient({ target, room: target.rooms[0] ?? 'room-0', base, isNew: true, onUpdate })
  await client.synced
  // y-websocket's server says it is in sync before it has read its storage.
  await delay(1_000)
  client.end()
  const figures: Figures = {}
  for (let writer = 0; writer < WRITERS; writer++) figures[`stored${writer}`] = stored.get(1_000_000 + writer) ?? 0
  return figures
}

function addClocks(clocks: Map<number, number>, update: Uint8Array): void {
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    clocks.set(id.client, Math.max(clocks.get(id.client) ?? 0, id.clock + length))
  }
}
