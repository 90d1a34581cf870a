/** The sessions of this page, and what its device keeps of them. */
import type { MaterialId, PersonId } from '../../shared/ids'
import { browserSurroundings } from './browser'
import { openSession } from './create-session'
import { type Lease, SessionRegistry } from './session-registry'

const surroundings = browserSurroundings()
const registry = new SessionRegistry({
  open: (options) => openSession(options, surroundings),
  after: (delayMs, run) => surroundings.clock.after(delayMs, run),
  clear: (person) => surroundings.store.clear(person),
})

/** Opens the material, or shares the session that has it open. Outside components; inside, `useSession`. */
export function acquire(material: MaterialId, person: PersonId): Lease {
  return registry.acquire(material, person)
}

/** How many changes of `person` this device keeps that the server has not acknowledged, refused ones included. */
export async function pendingEdits(person: PersonId): Promise<number> {
  return surroundings.store.count(person).catch(() => 0)
}

/** At sign-out: leaves every material and forgets this person's texts on this device. */
export function clearLocalStore(person: PersonId): Promise<void> {
  return registry.forget(person)
}
