/** Who may ask what of the meeting. The server checks every command with it, pages grey out buttons with it. */
import type { MeetingRole } from '../access/roles'
import type { PersonId } from '../ids'
import type { Command } from './commands'

export interface Participant {
  person: PersonId
  roles: readonly MeetingRole[]
}

/** Runs the meeting: whoever leads the team, and the office for them. */
export function presides({ roles }: Pick<Participant, 'roles'>): boolean {
  return roles.includes('principal') || roles.includes('office')
}

/** Writes the record and sees all of it: the recorder and the presider, nobody else. */
export function keepsRecord({ roles }: Pick<Participant, 'roles'>): boolean {
  return roles.includes('recorder') || roles.includes('principal')
}

export function mayCommand(command: Command, participant: Participant): boolean {
  switch (command.kind) {
    case 'attend':
      // Everyone signs themselves in; a reason or an absence is written down by somebody else.
      return isDesk(participant) || (command.person === participant.person && command.status === 'present')
    case 'expect':
      return isDesk(participant)
    case 'consent':
      return true
    case 'setRecord':
      return participant.roles.includes('principal')
    default:
      return presides(participant)
  }
}

function isDesk(participant: Participant): boolean {
  return presides(participant) || participant.roles.includes('recorder')
}

/** Why somebody is absent is for those who keep the list. */
export function seesReasons(participant: Participant): boolean {
  return isDesk(participant)
}
