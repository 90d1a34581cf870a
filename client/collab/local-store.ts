/** What this device keeps of a person's texts, for the sign-out. */
import type { PersonId } from '../../shared/ids'
import { createIdbStore } from './idb-store'
import { abandonAll } from './sessions'

/** How many changes this device keeps that the server has not acknowledged, refused ones included. */
export function pendingEdits(person: PersonId): Promise<number> {
  return createIdbStore()
    .count(person)
    .catch(() => 0)
}

/** Leaves every material and forgets this person's texts on this device. */
export async function clearLocalStore(person: PersonId): Promise<void> {
  abandonAll(person)
  await createIdbStore().clear(person)
}
