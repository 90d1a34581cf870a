/** How each server wants to be spoken to. All of them carry y-protocols messages; Hocuspocus puts the document's name before each. */
import * as encoding from 'lib0/encoding'
import { MESSAGE, SYNC } from '../../shared/wire/frames'
import { WIRE_VERSION } from '../../shared/wire/version'
import type { DialectName } from './target'

/** Hocuspocus: a sync message that asks for no answer. */
const SYNC_REPLY = 4
const AUTH_TOKEN = 0

export interface Dialect {
  path: string
  /** Said before anything else. */
  greeting: Uint8Array | null
  /** Whether the server answers a sync step 1. */
  syncs: boolean
  /** Bytes before each message. */
  prefix: Uint8Array
}

export function dialectOf(name: DialectName, room: string): Dialect {
  const plain = { greeting: null, syncs: true, prefix: new Uint8Array() }
  switch (name) {
    case 'plain':
      return { ...plain, path: `/${room}` }
    case 'relay':
      return { ...plain, path: `/${room}`, syncs: false }
    case 'duizhao':
      return { ...plain, path: `/collab/${room}?duizhao=${WIRE_VERSION}` }
    case 'hocuspocus': {
      const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, room))
      const greeting = encoding.encode((encoder) => {
        encoding.writeVarString(encoder, room)
        encoding.writeVarUint(encoder, MESSAGE.auth)
        encoding.writeVarUint(encoder, AUTH_TOKEN)
        encoding.writeVarString(encoder, 'bench')
      })
      return { path: '/', greeting, syncs: true, prefix }
    }
  }
}

export function syncMessage({ prefix }: Dialect, step: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix)
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

export function awarenessMessage({ prefix }: Dialect, update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix)
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })
}

export type Incoming =
  | { kind: 'step1' | 'step2' | 'update' | 'awareness'; payload: Uint8Array }
  | { kind: 'ack'; writes: number }
  | null

/** Reads a server's message; null for what a bench has no use for. */
export function readMessage({ prefix }: Dialect, message: Uint8Array): Incoming {
  const reader = { bytes: message, at: prefix.length }
  const type = readVarUint(reader)
  switch (type) {
    case MESSAGE.sync:
    case SYNC_REPLY: {
      const step = readVarUint(reader)
      const kind = step === SYNC.step1 ? 'step1' : step === SYNC.step2 ? 'step2' : 'update'
      return { kind, payload: readBytes(reader) }
    }
    case MESSAGE.awareness:
      return { kind: 'awareness', payload: readBytes(reader) }
    case MESSAGE.ack:
      return { kind: 'ack', writes: readVarUint(reader) }
    default:
      return null
  }
}

interface Reader {
  bytes: Uint8Array
  at: number
}

function readVarUint(reader: Reader): number {
  let value = 0
  let factor = 1
  for (;;) {
    const byte = reader.bytes[reader.at++]
    if (byte === undefined) throw new Error('a message ends too early')
    value += (byte & 0x7f) * factor
    if (byte < 0x80) return value
    factor *= 128
  }
}

function readBytes(reader: Reader): Uint8Array {
  const length = readVarUint(reader)
  return reader.bytes.subarray(reader.at, reader.at + length)
}
