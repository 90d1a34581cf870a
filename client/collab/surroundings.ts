/** What a session needs of the world around it, as arguments: tests turn time, frames and the network by hand. */
import type { LocalStore } from './idb-store'

export interface SocketEvents {
  opened(): void
  received(frame: Uint8Array): void
  /** Called once, also when the socket never opened. */
  closed(code: number): void
}

export interface Socket {
  send(frame: Uint8Array): void
  close(): void
}

export interface Clock {
  /** Unix time in milliseconds. */
  now(): number
  /** @returns a function that calls it off. */
  after(delayMs: number, run: () => void): () => void
}

export interface Network {
  online(): boolean
  /** Calls `listener` when the network comes or goes, and when the page is looked at again. @returns a function that ends it. */
  onChange(listener: () => void): () => void
}

export interface Page {
  /** Calls `run` when the page is hidden or left. @returns a function that ends it. */
  onLeave(run: () => void): () => void
  /** Asks before the page is closed, from now on. @returns a function that ends it. */
  guardUnload(): () => void
}

export interface Surroundings {
  /** `path` begins with a slash, on the page's own host. */
  openSocket(path: string, events: SocketEvents): Socket
  /** Runs `run` once: before the next painting, or soon where nothing is painted. */
  nextFrame(run: () => void): void
  clock: Clock
  network: Network
  page: Page
  store: LocalStore
  /** 0 ≤ x < 1 */
  random(): number
}
