/** What somebody lacks of a stored room, worked out on its bytes: no document is built. */
import * as Y from 'yjs'
import { mergeReadable } from '../../shared/updates/merge-updates'
import type { StoredRoom } from '../ports/update-log'

/** @returns updates to be taken in this order, with every deletion. */
export function missingOf({ snapshot, tail }: StoredRoom, stateVector: Uint8Array): Uint8Array[] {
  const rows = mergeReadable(tail.map(({ update }) => update)).map((update) => Y.diffUpdate(update, stateVector))
  if (snapshot === null) return rows
  const known = Y.decodeStateVector(stateVector)
  const lacks = [...Y.decodeStateVector(snapshot.stateVector)].some(([client, clock]) => (known.get(client) ?? 0) < clock)
  if (known.size === 0) return [snapshot.state, ...rows]
  return [lacks ? Y.diffUpdate(snapshot.state, stateVector) : snapshot.deletions, ...rows]
}
