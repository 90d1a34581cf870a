/** What this device keeps of a person's texts, where no text is open. */
import * as Y from 'yjs'
import type { MaterialId, PersonId } from '../../shared/ids'
import { createIdbStore } from './idb-store'
import type { Session } from './session'
import { abandonAll } from './sessions'
import { SetAside } from './set-aside'

/** What this device keeps of a material this person can open no more: there is no text to put it into. */
export function keptAside(person: PersonId, material: MaterialId): Kept {
  const store = createIdbStore()
  const doc = new Y.Doc()
  const setAside = new SetAside({ person, material, store, doc, putBack: () => Promise.resolve() })
  const look = async () => setAside.look(await store.pending(person, material).catch(() => []))
  return { doc, setAside, look }
}

export interface Kept extends Pick<Session, 'doc' | 'setAside'> {
  /** Reads the store. */
  look(): Promise<void>
}

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
