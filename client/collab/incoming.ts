/** Frames from the server, parsed at the door: past this file nothing is bytes of unknown meaning. */
import * as decoding from 'lib0/decoding'
import type { Ability } from '../../shared/access/ability'
import { type Notice, readAccess, readNotice } from '../../shared/wire/control'
import { type Ack, MESSAGE, readAck, SYNC } from '../../shared/wire/frames'

export type Incoming =
  | { kind: 'step1'; stateVector: Uint8Array }
  /** `completes`: a step 2, the end of the server's answer to our step 1. */
  | { kind: 'update'; update: Uint8Array; completes: boolean }
  | { kind: 'awareness'; update: Uint8Array }
  | { kind: 'queryAwareness' }
  | { kind: 'ack'; ack: Ack }
  | { kind: 'access'; ability: Ability }
  | { kind: 'notice'; notice: Notice }
  /** A kind or word that a newer server may know; it is passed over. */
  | { kind: 'unknown' }

const UNKNOWN: Incoming = { kind: 'unknown' }

/** @throws on bytes that end too early. */
export function readFrame(frame: Uint8Array): Incoming {
  const decoder = decoding.createDecoder(frame)
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case MESSAGE.queryAwareness:
      return { kind: 'queryAwareness' }
    case MESSAGE.ack:
      return { kind: 'ack', ack: readAck(decoder) }
    case MESSAGE.access: {
      const access = readAccess(decoder)
      return access ? { kind: 'access', ability: access.ability } : UNKNOWN
    }
    case MESSAGE.notice: {
      const notice = readNotice(decoder)
      return notice ? { kind: 'notice', notice } : UNKNOWN
    }
    default:
      return UNKNOWN
  }
}

function readSync(decoder: decoding.Decoder): Incoming {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  switch (step) {
    case SYNC.step1:
      return { kind: 'step1', stateVector: bytes }
    case SYNC.step2:
      return { kind: 'update', update: bytes, completes: true }
    case SYNC.update:
      return { kind: 'update', update: bytes, completes: false }
    default:
      return UNKNOWN
  }
}
