/** What a connection needs of the world around it, as arguments: tests turn time and the network by hand. */

export interface SocketEvents<Frame> {
  opened(): void
  received(frame: Frame): void
  /** Called once, also when the socket never opened. */
  closed(code: number): void
}

/** Carries bytes or texts, as its page opened it. */
export interface Socket<Frame> {
  send(frame: Frame): void
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

export interface NetSurroundings<Frame> {
  /** `path` begins with a slash, on the page's own host. */
  openSocket(path: string, events: SocketEvents<Frame>): Socket<Frame>
  clock: Clock
  network: Network
  /** 0 ≤ x < 1 */
  random(): number
}
