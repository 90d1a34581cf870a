/** Whether an update can be understood where only certain clocks are known. */
import * as Y from 'yjs'

/** True if `update` begins no later than each of its clients' clock in `known` (Yjs would otherwise shelve it). */
export function buildsOn(update: Uint8Array, known: ReadonlyMap<number, number>): boolean {
  return [...Y.parseUpdateMeta(update).from].every(([client, clock]) => clock <= (known.get(client) ?? 0))
}
