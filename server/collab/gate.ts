/**
 * The door of a room: from the kind of a message and what its sender may do, a decision. A pure table; what the update says is
 * the business of `known-state` and of the judge.
 */
import type { Ability } from '../../shared/access/ability'
import { MESSAGE, SYNC } from '../../shared/wire/frames'

export type MessageKind = 'syncStep1' | 'write' | 'awareness' | 'auth' | 'queryAwareness' | 'unknown'

/**
 * `pass` · `drop`: ignored without a word · `passIfNothingNew`: readers answer our sync step 1 too, and what they answer must
 * be known already (W7) · `judge`: passes if it holds nothing but proposals · `close`: the sender broke the protocol.
 */
export type Decision = 'pass' | 'drop' | 'passIfNothingNew' | 'judge' | 'close'

const READER: Record<MessageKind, Decision> = {
  syncStep1: 'pass',
  write: 'passIfNothingNew',
  awareness: 'pass',
  auth: 'drop',
  queryAwareness: 'pass',
  unknown: 'close',
}

const STRANGER: Record<MessageKind, Decision> = {
  syncStep1: 'close',
  write: 'close',
  awareness: 'close',
  auth: 'close',
  queryAwareness: 'close',
  unknown: 'close',
}

const TABLE: Record<Ability, Record<MessageKind, Decision>> = {
  none: STRANGER,
  state: STRANGER,
  read: READER,
  comment: READER,
  suggest: { ...READER, write: 'judge' },
  edit: { ...READER, write: 'pass' },
}

export function decide(kind: MessageKind, ability: Ability): Decision {
  return TABLE[ability][kind]
}

/** `step` is read only for sync messages. */
export function kindOf(message: number, step: number): MessageKind {
  switch (message) {
    case MESSAGE.sync:
      if (step === SYNC.step1) return 'syncStep1'
      return step === SYNC.step2 || step === SYNC.update ? 'write' : 'unknown'
    case MESSAGE.awareness:
      return 'awareness'
    case MESSAGE.auth:
      return 'auth'
    case MESSAGE.queryAwareness:
      return 'queryAwareness'
    default:
      return 'unknown'
  }
}
