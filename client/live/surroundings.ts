/** What the meeting's sessions need of the world around them, as arguments: tests turn time and the network by hand. */
import type { Clock, Network } from '../collab/surroundings'
import type { UnsentStore } from './unsent-store'

export interface TextSocketEvents {
  opened(): void
  received(text: string): void
  /** Called once, also when the socket never opened. */
  closed(code: number): void
}

export interface TextSocket {
  send(text: string): void
  close(): void
}

export interface LiveSurroundings {
  /** `path` begins with a slash, on the page's own host. */
  openSocket(path: string, events: TextSocketEvents): TextSocket
  /** Whether the server answers by another way than the socket. Never rejects. */
  probe(): Promise<boolean>
  clock: Clock
  network: Network
  store: UnsentStore
  /** 0 ≤ x < 1 */
  random(): number
}
