/** Our control messages: one word after the kind, rare and small. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ABILITIES, type Ability } from '../access/ability'
import { MESSAGE } from './frames'

/** What the receiver may do now; sent on joining and whenever it changes. */
export interface AccessMessage {
  ability: Ability
}

/** `save-failing`: updates are held in memory, the disk refuses them. `save-recovered`: all of them are on disk again. */
export type Notice = 'save-failing' | 'save-recovered' | 'shutting-down'
const NOTICES: readonly Notice[] = ['save-failing', 'save-recovered', 'shutting-down']

export function accessFrame(message: AccessMessage): Uint8Array {
  return textFrame(MESSAGE.access, message.ability)
}

export function noticeFrame(notice: Notice): Uint8Array {
  return textFrame(MESSAGE.notice, notice)
}

export function readAccess(decoder: decoding.Decoder): AccessMessage | null {
  const text = decoding.readVarString(decoder)
  const ability = ABILITIES.find((known) => known === text)
  return ability === undefined ? null : { ability }
}

export function readNotice(decoder: decoding.Decoder): Notice | null {
  const text = decoding.readVarString(decoder)
  return NOTICES.find((known) => known === text) ?? null
}

function textFrame(kind: number, text: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarString(encoder, text)
  })
}
