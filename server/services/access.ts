/** What the socket floor asks: who holds this cookie, may this origin speak, what may this person do now. */
import type { IncomingMessage } from 'node:http'
import { isHeldByDrafters } from '../../shared/access/can'
import type { PersonId } from '../../shared/ids'
import type { AccessPort, Identity } from '../ports/access'
import type { Records } from '../ports/records'
import { lookAt } from './rights'

export interface SessionHolders {
  identify(cookie: string | undefined): Promise<{ sessionId: string; person: PersonId } | null>
  touch(sessionId: string): void
}

export interface AccessOptions {
  records: Records
  sessions: SessionHolders
  originAllowed(request: IncomingMessage): boolean
}

export function createAccess({ records, sessions, originAllowed }: AccessOptions): AccessPort {
  return {
    async identify(request): Promise<Identity | null> {
      const holder = await sessions.identify(request.headers.cookie)
      if (holder === null) return null
      const person = await records.people.get(holder.person)
      return person === null ? null : { ...holder, name: person.name, color: person.color }
    },
    originAllowed,
    async rightsOn(material, person) {
      const seen = await lookAt(records, material, person)
      return seen === null ? null : { ability: seen.ability, heldByDrafters: isHeldByDrafters(seen.facts, seen.actor) }
    },
    touch: (sessionId) => sessions.touch(sessionId),
  }
}
