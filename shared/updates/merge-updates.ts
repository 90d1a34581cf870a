/**
 * Several updates as one. What a room commits within a window is nearly always each person's typing, run after run: the bytes are
 * put side by side, and no struct is looked at again. Anything else is left to Yjs.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type ClientRun, type DeletedRange, readUpdate, type ReadUpdate } from './read-update'

interface Piece extends ClientRun {
  bytes: Uint8Array
}

/** @param updates oldest first, one at least */
export function mergeUpdates(updates: readonly ReadUpdate[]): Uint8Array {
  const [first] = updates
  if (updates.length === 1 && first !== undefined) return first.bytes
  const pieces = piecesOf(updates)
  return pieces === null ? Y.mergeUpdates(updates.map(({ bytes }) => bytes)) : concatenated(pieces, deletionsOf(updates))
}

/** The same for bytes, without those that nobody could read; as a list of one, or of none. */
export function mergeReadable(updates: readonly Uint8Array[]): Uint8Array[] {
  const read = updates.flatMap((bytes) => {
    try {
      return [readUpdate(bytes)]
    } catch {
      return []
    }
  })
  return read.length === 0 ? [] : [mergeUpdates(read)]
}

/** The runs of each client in their order; null where one does not begin just where the one before it ends. */
function piecesOf(updates: readonly ReadUpdate[]): Map<number, Piece[]> | null {
  const pieces = new Map<number, Piece[]>()
  for (const { bytes, runs } of updates) {
    for (const run of runs) {
      const before = pieces.get(run.client)
      if (run.hasSkip || (before !== undefined && before.at(-1)?.end !== run.clock)) return null
      const piece = { ...run, bytes }
      if (before === undefined) pieces.set(run.client, [piece])
      else before.push(piece)
    }
  }
  return pieces
}

function deletionsOf(updates: readonly ReadUpdate[]): Map<number, DeletedRange[]> {
  const all = new Map<number, DeletedRange[]>()
  for (const { deletions } of updates) {
    for (const [client, ranges] of deletions) {
      const before = all.get(client)
      if (before === undefined) all.set(client, [...ranges])
      else for (const range of ranges) before.push(range)
    }
  }
  return all
}

function concatenated(pieces: ReadonlyMap<number, Piece[]>, deletions: ReadonlyMap<number, DeletedRange[]>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, pieces.size)
    // Yjs merges and compares what is sorted so, higher ids first.
    for (const [client, runs] of [...pieces].sort(([a], [b]) => b - a)) {
      encoding.writeVarUint(
        encoder,
        runs.reduce((sum, { structs }) => sum + structs, 0),
      )
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, runs[0]?.clock ?? 0)
      for (const { bytes, from, to } of runs) encoding.writeUint8Array(encoder, bytes.subarray(from, to))
    }
    encoding.writeVarUint(encoder, deletions.size)
    for (const [client, ranges] of deletions) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const { clock, len } of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, len)
      }
    }
  })
}
