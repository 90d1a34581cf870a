/** What this device keeps of a person's materials. Loaded only when it is needed: the store brings the document library along. */
import type { PersonId } from '../../../shared/ids'

export async function countUnsaved(person: PersonId): Promise<number> {
  const { pendingEdits } = await import('../../collab/local-store')
  return pendingEdits(person)
}

export async function forget(person: PersonId): Promise<void> {
  const { clearLocalStore } = await import('../../collab/local-store')
  await clearLocalStore(person)
}

/** After a sign-out nobody asked for: what the server already has goes, what it has not stays until the person is back. */
export async function forgetWhatIsSaved(person: PersonId): Promise<void> {
  if ((await countUnsaved(person)) === 0) await forget(person)
}
