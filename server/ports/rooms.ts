/** What services may ask of the open documents; `collab/rooms.ts` is the only implementation. */
import type { Line } from '../../shared/diff/lines'
import type { Stretch } from '../../shared/history/stretch'
import type { Origin } from '../../shared/history/written-when'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { DocumentEdit, EditResult } from '../../shared/suggestions/document-edit'
import type { Capture, Survey } from './update-log'

export interface RoomsPort {
  /** What the material says as it stands, read off the main thread. */
  survey(material: MaterialId): Promise<Survey>
  /** Works `edit` out on the document as it stands and writes it for `actor`; edits of one material follow one another. */
  edit(material: MaterialId, edit: DocumentEdit, actor: PersonId): Promise<EditResult>
  /** Everything a version needs, as it stands; `before`: the state since which writers count. */
  capture(material: MaterialId, before: Uint8Array | null): Promise<Capture>
  /** The text, or that of an older state of it, line by line with who wrote it. */
  lines(material: MaterialId, state: Uint8Array | null): Promise<Line[]>
  /** Who wrote each of `stretches`, and when. */
  origins(material: MaterialId, stretches: readonly Stretch[]): Promise<Origin[]>
  /** The whole state as one Yjs update, pending writes included. */
  state(material: MaterialId): Promise<Uint8Array>
  /** Writes an update made by the server for `actor`; resolves when it is on disk and sent to everyone present. */
  write(material: MaterialId, update: Uint8Array, actor: PersonId | null): Promise<void>
  /** Rights on `material` may have changed: looks every session's up again, closes those that lost theirs. */
  reconsider(material: MaterialId): Promise<void>
  /** The session ended: closes its sockets. */
  signOut(sessionId: string): void
}
