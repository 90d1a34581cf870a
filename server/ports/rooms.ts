/** What services may ask of the open documents; `collab/rooms.ts` is the only implementation. */
import type { MaterialId, PersonId } from '../../shared/ids'
import type { Block } from '../../shared/schema/blocks'

export interface RoomsPort {
  /** The material's content as it stands, read off the main thread. */
  blocks(material: MaterialId): Promise<Block[]>
  /** The whole state as one Yjs update, pending writes included. */
  state(material: MaterialId): Promise<Uint8Array>
  /** Writes an update made by the server for `actor`; resolves when it is on disk and sent to everyone present. */
  write(material: MaterialId, update: Uint8Array, actor: PersonId | null): Promise<void>
  /** Rights on `material` may have changed: looks every session's up again, closes those that lost theirs. */
  reconsider(material: MaterialId): Promise<void>
  /** The session ended: closes its sockets. */
  signOut(sessionId: string): void
}
