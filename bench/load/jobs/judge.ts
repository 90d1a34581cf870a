/** Editors type in a document in which somebody else may only suggest, and does: what the judge costs, and that no editor waits for it. */
import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import type { PersonId } from '../../../shared/ids'
import { overlappingKey } from '../../../shared/suggestions/mark-key'
import { newSuggestionId } from '../../../shared/suggestions/proposal'
import { latencies, round } from '../../statistics'
import { type BaseDocument, textsOf } from '../../text/base-document'
import { BenchClient } from '../client'
import { gather } from '../crowd'
import { cpuMs } from '../process-use'
import type { Figures, Target } from '../target'

export interface JudgeJob {
  job: 'judge'
  /** Whether the suggester is there. */
  suggesting: boolean
  seconds: number
  documentEdits: number
}

const EDITORS = 2
const READERS = 1
/** Keystrokes a second of everybody who writes. */
const RATE = 8
const WARM_UP_SECONDS = 1.5

export async function measureJudge(target: Target, { suggesting, seconds, documentEdits }: JudgeJob): Promise<Figures> {
  const count = Math.ceil(RATE * (seconds + WARM_UP_SECONDS)) + 1
  const crowd = await gather({ target, rooms: 1, clients: EDITORS + READERS, writers: EDITORS, keystrokes: count, documentEdits })
  const [room] = crowd.rooms
  if (room === undefined || target.suggester === null) throw new Error('this server knows no suggesters')
  const suggestions = suggesting ? suggestAhead(crowd.base, target.suggester.person as PersonId, count) : []
  const suggestedAt: number[] = []
  const suggestionMs: number[] = []
  const { cookie } = target.suggester
  const onAck = (writes: number) => {
    while (suggestionMs.length < writes) suggestionMs.push(performance.now() - (suggestedAt[suggestionMs.length] ?? 0))
  }
  const suggester = suggesting
    ? new BenchClient({ target, room: target.rooms[0] ?? 'room-0', base: crowd.base, cookie, onAck })
    : null
  await suggester?.synced
  let cpuBefore = cpuMs(target.pid)
  for (let i = 0; i < count - 1; i++) {
    if (i === Math.ceil(RATE * WARM_UP_SECONDS)) {
      crowd.countFromNow()
      cpuBefore = cpuMs(target.pid)
    }
    const suggestion = suggestions[i]
    // In the same moment as the editors': whether they wait for the judge shows only so.
    if (suggestion !== undefined) {
      suggestedAt.push(performance.now())
      suggester?.write(suggestion)
    }
    for (let writer = 0; writer < EDITORS; writer++) {
      const update = room.deliveries.send(writer, performance.now())
      if (update !== null) room.clients[writer]?.write(update)
    }
    await delay(1000 / RATE)
  }
  const cpu = cpuMs(target.pid) - cpuBefore
  await crowd.settled(2_000)
  const figures: Figures = {
    ...latencies('lastReader', room.deliveries.toLastReader),
    ...(suggesting ? latencies('suggestion', suggestionMs.slice(Math.ceil(RATE * WARM_UP_SECONDS))) : {}),
    cpuPercent: round(cpu / seconds / 10),
    closedSockets: [...room.clients, ...(suggester ? [suggester] : [])].filter((client) => client.closedWith !== null).length,
  }
  suggester?.end()
  crowd.end()
  return figures
}

/** One proposed insertion that grows with every keystroke, in a paragraph where an editor types as well. */
function suggestAhead(base: BaseDocument, author: PersonId, count: number): Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, base.state)
  doc.clientID = 4_000_000
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const mark = { id: newSuggestionId(author, Date.now(), 0.5), author, kind: null }
  const [, , text] = textsOf(doc)
  const caret = text?.length ?? 0
  for (let i = 0; i < count; i++) text?.insert(caret + i, '议', { [overlappingKey('insertion', mark)]: mark })
  doc.destroy()
  return updates
}
