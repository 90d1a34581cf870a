/** Whether an update can be understood where only certain clocks are known. */
import * as Y from 'yjs'

/** True if `update` begins no later than each of its clients' clock in `known` (Yjs would otherwise shelve it). */
export function buildsOn(update: Uint8Array, known: ReadonlyMap<number, number>): boolean {
  return [...Y.parseUpdateMeta(update).from].every(([client, clock]) => clock <= (known.get(client) ?? 0))
}

/** Those of `rows` that build on what `doc` holds, or on one another in their order. */
export function understandable<Row extends { update: Uint8Array }>(rows: readonly Row[], doc: Y.Doc): Row[] {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  return rows.filter((row) => {
    if (!buildsOn(row.update, clocks)) return false
    for (const [client, clock] of Y.parseUpdateMeta(row.update).to) {
      clocks.set(client, Math.max(clock, clocks.get(client) ?? 0))
    }
    return true
  })
}

/** Nothing was shelved for lack of what it builds on; clocks alone do not tell where an update leans on others' text. */
export function isWhole({ store }: Y.Doc): boolean {
  return store.pendingStructs === null && store.pendingDs === null
}
