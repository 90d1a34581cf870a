/**
 * Who wrote a passage, and when: characters are named by the Yjs client id that brought them and its clock. Ids never change,
 * so that the answer is right whatever others do to the text meanwhile.
 */
import type { PersonId } from '../ids'
import { readUpdate } from '../updates/read-update'
import type { Stretch } from './stretch'

/** What `client` wrote from clock `from` to before `to` reached the server in the minute that begins with `at`. */
export interface WrittenStep {
  client: number
  from: number
  to: number
  at: number
}

/** Null where nobody knows: it was the server itself (a template), or times were not kept yet. */
export interface Origin {
  person: PersonId | null
  /** Unix milliseconds of the first character and of the last. */
  from: number | null
  to: number | null
}

const MINUTE_MS = 60_000

/** The steps in rows of the log, oldest first. `reached`: how far each client had come before them. */
export function stepsOf(rows: Iterable<{ at: number; update: Uint8Array }>, reached: ReadonlyMap<number, number>): WrittenStep[] {
  const steps: WrittenStep[] = []
  const last = new Map<number, WrittenStep>()
  for (const { at, update } of rows) {
    const minute = at - (at % MINUTE_MS)
    for (const { client, clock, end: to } of readUpdate(update).runs) {
      const step = last.get(client)
      // What is sent once more was written when it first came.
      const from = Math.max(clock, step?.to ?? reached.get(client) ?? 0)
      if (from >= to) continue
      if (step?.at === minute && step.to === from) step.to = to
      else {
        const next = { client, from, to, at: minute }
        last.set(client, next)
        steps.push(next)
      }
    }
  }
  return steps
}

export function originsOf(
  stretches: readonly Stretch[],
  steps: readonly WrittenStep[],
  clients: ReadonlyMap<number, PersonId>,
): Origin[] {
  const ofClient = new Map<number, WrittenStep[]>()
  for (const step of steps) {
    const known = ofClient.get(step.client)
    if (known === undefined) ofClient.set(step.client, [step])
    else known.push(step)
  }
  return stretches.map(({ client, clock, length }) => {
    const known = ofClient.get(client) ?? []
    const person = clients.get(client) ?? null
    return { person, from: timeOf(known, clock), to: timeOf(known, clock + length - 1) }
  })
}

function timeOf(steps: readonly WrittenStep[], clock: number): number | null {
  return steps.find(({ from, to }) => from <= clock && clock < to)?.at ?? null
}
