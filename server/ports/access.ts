/** How the socket floor asks what is true now about people and rights; built on services by `compose.ts`. */
import type { IncomingMessage } from 'node:http'
import type { Ability } from '../../shared/access/ability'
import type { MaterialId, PersonId } from '../../shared/ids'

/** Who holds a session cookie. */
export interface Identity {
  sessionId: string
  person: PersonId
  name: string
  /** Index into the person colours. */
  color: number
}

export interface Rights {
  ability: Ability
  /** May edit, but only suggest where somebody else drafts. */
  heldByDrafters: boolean
}

export interface AccessPort {
  /** Null: not signed in, or signed out since. */
  identify(request: IncomingMessage): Promise<Identity | null>
  /** Whether the browser that sent this Origin header may speak to us (same host, or a configured one). */
  originAllowed(request: IncomingMessage): boolean
  /** Null: there is no such material. */
  rightsOn(material: MaterialId, person: PersonId): Promise<Rights | null>
  /** The person did something: their idle time starts anew. Called at most once a minute a session. */
  touch(sessionId: string): void
}
