/** What has to happen every minute whether or not anybody asks. One round ends before the next is planned. */
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'

const EVERY_MS = 60_000

export interface Chore {
  name: string
  run(): Promise<void>
}

/** @returns how to stop. */
export function startHousekeeping({ clock, log, chores }: { clock: Clock; log: Log; chores: readonly Chore[] }): () => void {
  let stopped = false
  let callOff: () => void = () => undefined
  const round = async () => {
    for (const { name, run } of chores) {
      await run().catch((error: unknown) => log.error({ err: error, chore: name }, 'chore.failed'))
    }
    if (!stopped) plan()
  }
  const plan = () => {
    callOff = clock.after(EVERY_MS, () => void round())
  }
  plan()
  return () => {
    stopped = true
    callOff()
  }
}
