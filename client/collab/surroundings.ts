/** What a session needs of the world around it, as arguments: tests turn time, frames and the network by hand. */
import type { NetSurroundings } from '../net/surroundings'
import type { LocalStore } from './idb-store'

export interface Page {
  /** Calls `run` when the page is hidden or left. @returns a function that ends it. */
  onLeave(run: () => void): () => void
  /** Asks before the page is closed, from now on. @returns a function that ends it. */
  guardUnload(): () => void
}

export interface Surroundings extends NetSurroundings<Uint8Array> {
  /** Runs `run` once: before the next painting, or soon where nothing is painted. */
  nextFrame(run: () => void): void
  page: Page
  store: LocalStore
}
