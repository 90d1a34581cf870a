/** One signed-in person's open page on a meeting. */
import type { MeetingRole } from '../../shared/access/roles'
import { type Participant, seesReasons } from '../../shared/live/command-rights'
import type { MeetingState } from '../../shared/live/meeting-state'
import type { ServerMessage } from '../../shared/live/messages'
import type { CloseCode } from '../../shared/wire/close-codes'
import type { Identity } from '../ports/access'

/** The smallest thing a member's page needs of a socket. */
export interface Outlet {
  send(text: string): void
  close(code: CloseCode, reason: string): void
}

export class Member implements Participant {
  readonly identity: Identity
  readonly roles: readonly MeetingRole[]
  readonly #outlet: Outlet

  constructor({ identity, roles, outlet }: { identity: Identity; roles: readonly MeetingRole[]; outlet: Outlet }) {
    this.identity = identity
    this.roles = roles
    this.#outlet = outlet
  }

  get person(): Identity['person'] {
    return this.identity.person
  }

  send(message: ServerMessage): void {
    this.sendText(JSON.stringify(message))
  }

  /** A message that is the same for several, written once. */
  sendText(text: string): void {
    this.#outlet.send(text)
  }

  close(code: CloseCode, reason: string): void {
    this.#outlet.close(code, reason)
  }

  /** The state as this person may see it. */
  stateFor(state: MeetingState): MeetingState {
    if (seesReasons(this)) return state
    const attendance = state.attendance.map((one) => (one.person === this.person ? one : { ...one, reason: '' }))
    return { ...state, attendance }
  }
}
