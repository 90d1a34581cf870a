/** Sessions of a test's people, on a document whose text is easy to read. */
import type { MaterialId, PersonId } from '../../../shared/ids'
import { openSession } from '../create-session'
import type { Session } from '../session'
import type { Device } from './world'

export const MATERIAL = 'material-1' as MaterialId
export const LI = 'person-li' as PersonId
export const WANG = 'person-wang' as PersonId

export function openOn(device: Device, person: PersonId = LI): Session {
  return openSession({ material: MATERIAL, person }, device.surroundings)
}

export function textOf({ doc }: Pick<Session, 'doc'>): string {
  return doc.getText('t').toString()
}

export function type({ doc }: Session, text: string, at = doc.getText('t').length): void {
  doc.getText('t').insert(at, text)
}
