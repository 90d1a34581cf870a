/**
 * One open material: the document, the presence of others, and the truth about saving. Lives outside React
 * (`useCollab.ts` reads it); owns the socket, the offline store and the hold of a composition.
 */
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { SetAside } from './set-aside'
import type { Traffic } from './traffic'
import type { Status } from './status'

export interface Session {
  readonly material: MaterialId
  readonly doc: Y.Doc
  /** Own state is `OwnPresence`; the others' arrive as `Presence`, with a name the server vouches for. */
  readonly awareness: Awareness
  /** Resolves at the first complete synchronisation; the editor is mounted then. */
  readonly synced: Promise<void>
  status(): Status
  subscribe(listener: () => void): () => void
  /**
   * While an input method composes, nothing goes out and nothing comes in (editor.md, "Input methods"). Sync step 1 is still
   * answered from what was sent before.
   */
  hold(): void
  /**
   * Ends the hold: own text goes out as one merged update, then everything the others did is applied as one transaction.
   * `between` runs after both and before presence flows again: the place for the rescue.
   */
  release(between?: () => void): void
  /** Own changes the server would not take. */
  readonly setAside: SetAside
  /** What went over the socket so far. */
  readonly traffic: Readonly<Traffic>
  /**
   * Leaves the material; the page goes on bringing what was typed to the server. Resolves when all of it is acknowledged, or
   * cannot be.
   */
  close(): Promise<void>
  /** Ends at once: nothing further is sent. What is in this device's store stays there. */
  abandon(): void
}

export interface SessionOptions {
  material: MaterialId
  person: PersonId
}
