/**
 * Message kinds on `/collab/<materialId>` (docs/wire.md). 0–3 are y-websocket's, byte for byte; the rest are ours and go only
 * to a client that asked for them with `?duizhao=<version>`.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, ack: 100, access: 101, notice: 102 } as const
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** An update that holds nothing: no structs, no deletions. */
export const EMPTY_UPDATE = new Uint8Array([0, 0])

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode(write)
}

export function syncStep1Frame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(SYNC.step1, stateVector)
}

export function syncStep2Frame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC.step2, update)
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC.update, update)
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  return frameOf([MESSAGE.sync, step], bytes)
}

/** Some numbers, then bytes: in one piece of just the right length, for the bytes may be a whole document. */
function frameOf(head: readonly number[], bytes: Uint8Array): Uint8Array {
  const start = frame((encoder) => {
    for (const value of [...head, bytes.length]) encoding.writeVarUint(encoder, value)
  })
  const whole = new Uint8Array(start.length + bytes.length)
  whole.set(start)
  whole.set(bytes, start.length)
  return whole
}

export function awarenessFrame(update: Uint8Array): Uint8Array {
  return frameOf([MESSAGE.awareness], update)
}

/** `writes`: how many of the receiver's own step2 and update messages, counted from 1, are on disk; `seq`: the log's number of the last. */
export interface Ack {
  writes: number
  seq: number
}

export function ackFrame(ack: Ack): Uint8Array {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.ack)
    encoding.writeVarUint(encoder, ack.writes)
    encoding.writeVarUint(encoder, ack.seq)
  })
}

export function readAck(decoder: decoding.Decoder): Ack {
  return { writes: decoding.readVarUint(decoder), seq: decoding.readVarUint(decoder) }
}
