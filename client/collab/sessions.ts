/** The open materials of this page. */
import type { MaterialId, PersonId } from '../../shared/ids'
import { browserSurroundings } from './browser'
import { openSession } from './create-session'
import { type Lease, SessionRegistry } from './session-registry'

const surroundings = browserSurroundings()
const registry = new SessionRegistry({
  open: (options) => openSession(options, surroundings),
  after: (delayMs, run) => surroundings.clock.after(delayMs, run),
})

/** Opens the material, or shares the session that has it open. Outside components; inside, `useSession`. */
export function acquire(material: MaterialId, person: PersonId): Lease {
  return registry.acquire(material, person)
}

/** Ends every session of this person at once. Nothing of theirs may be sent under the name of whoever signs in next. */
export function abandonAll(person: PersonId): void {
  registry.abandonAll(person)
}
