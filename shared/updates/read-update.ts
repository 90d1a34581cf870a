/**
 * Reads a Yjs update (encoding version 1, as `yjs/src/utils/updates.js` writes it) without making a struct of anything in it: how
 * far each client reaches, which bytes that is, what it builds on, what it deletes. `Y.decodeUpdate` says the same with an object
 * for every struct; on the path of every keystroke that was the dearest part (docs/decisions/0017).
 */
import * as decoding from 'lib0/decoding'

/** The structs of one client that follow one another, as bytes `from` to before `to` of the update. */
export interface ClientRun {
  client: number
  clock: number
  end: number
  structs: number
  from: number
  to: number
  /** Holds a stretch that is left out: what follows it builds on something that is not here. */
  hasSkip: boolean
}

export interface DeletedRange {
  clock: number
  len: number
}

export interface ReadUpdate {
  bytes: Uint8Array
  runs: readonly ClientRun[]
  deletions: ReadonlyMap<number, readonly DeletedRange[]>
  /** The highest clock of each client that a struct names as its neighbour or its parent. */
  neighbours: ReadonlyMap<number, number>
}

const SKIP = 10
/** Names of the bits of a struct's first byte. */
const HAS_ORIGIN = 0x80
const HAS_RIGHT_ORIGIN = 0x40
const HAS_PARENT_KEY = 0x20
const CONTENT = 0x1f
/** Of `ContentType`: an element and a hook have a name, all up to the last are known. */
const ELEMENT = 3
const HOOK = 5
const LAST_TYPE = 6

/** @throws on bytes that Yjs could not read either. */
export function readUpdate(bytes: Uint8Array): ReadUpdate {
  const decoder = decoding.createDecoder(bytes)
  const neighbours = new Map<number, number>()
  const runs: ClientRun[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) runs.push(readRun(decoder, neighbours))
  return { bytes, runs, deletions: readDeletions(decoder), neighbours }
}

function readRun(decoder: decoding.Decoder, neighbours: Map<number, number>): ClientRun {
  const structs = decoding.readVarUint(decoder)
  const client = decoding.readVarUint(decoder)
  const clock = decoding.readVarUint(decoder)
  const from = decoder.pos
  let end = clock
  let hasSkip = false
  for (let left = structs; left > 0; left--) {
    const info = decoding.readUint8(decoder)
    hasSkip ||= info === SKIP
    end += info === SKIP || (info & CONTENT) === 0 ? decoding.readVarUint(decoder) : readItem(decoder, info, neighbours)
  }
  return { client, clock, end, structs, from, to: decoder.pos, hasSkip }
}

/** @returns its length. */
function readItem(decoder: decoding.Decoder, info: number, neighbours: Map<number, number>): number {
  if ((info & HAS_ORIGIN) !== 0) readNeighbour(decoder, neighbours)
  if ((info & HAS_RIGHT_ORIGIN) !== 0) readNeighbour(decoder, neighbours)
  // One with a neighbour has its neighbour's parent.
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    const isRoot = decoding.readVarUint(decoder) === 1
    if (isRoot) decoding.readVarString(decoder)
    else readNeighbour(decoder, neighbours)
    if ((info & HAS_PARENT_KEY) !== 0) decoding.readVarString(decoder)
  }
  return readContent(decoder, info & CONTENT)
}

function readNeighbour(decoder: decoding.Decoder, neighbours: Map<number, number>): void {
  const client = decoding.readVarUint(decoder)
  const clock = decoding.readVarUint(decoder)
  if (clock >= (neighbours.get(client) ?? 0)) neighbours.set(client, clock)
}

/** @returns how many clocks it takes. */
function readContent(decoder: decoding.Decoder, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return decoding.readVarUint(decoder)
    case 2: // JSON
      return readMany(decoder, () => {
        const json = decoding.readVarString(decoder)
        if (json !== 'undefined') JSON.parse(json)
      })
    case 3: // binary
      decoding.readVarUint8Array(decoder)
      return 1
    case 4: // text; Yjs counts UTF-16 units
      return decoding.readVarString(decoder).length
    case 5: // embedded
      JSON.parse(decoding.readVarString(decoder))
      return 1
    case 6: // format
      decoding.readVarString(decoder)
      JSON.parse(decoding.readVarString(decoder))
      return 1
    case 7: {
      const type = decoding.readVarUint(decoder)
      if (type > LAST_TYPE) throw new Error(`unknown type ${type}`)
      if (type === ELEMENT || type === HOOK) decoding.readVarString(decoder)
      return 1
    }
    case 8: // any
      return readMany(decoder, () => decoding.readAny(decoder))
    case 9: // a document
      decoding.readVarString(decoder)
      decoding.readAny(decoder)
      return 1
    default:
      throw new Error(`unknown content ${kind}`)
  }
}

function readMany(decoder: decoding.Decoder, readOne: () => void): number {
  const count = decoding.readVarUint(decoder)
  for (let left = count; left > 0; left--) readOne()
  return count
}

const NO_DELETIONS: ReadUpdate['deletions'] = new Map()

function readDeletions(decoder: decoding.Decoder): ReadUpdate['deletions'] {
  const clients = decoding.readVarUint(decoder)
  if (clients === 0) return NO_DELETIONS
  const deletions = new Map<number, DeletedRange[]>()
  for (let left = clients; left > 0; left--) {
    const client = decoding.readVarUint(decoder)
    const ranges = deletions.get(client) ?? []
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      ranges.push({ clock: decoding.readVarUint(decoder), len: decoding.readVarUint(decoder) })
    }
    deletions.set(client, ranges)
  }
  return deletions
}
