/** What the meeting's sessions need of the world around them, as arguments: tests turn time and the network by hand. */
import type { NetSurroundings } from '../net/surroundings'
import type { UnsentStore } from './unsent-store'

export interface LiveSurroundings extends NetSurroundings<string> {
  /** Whether the server answers by another way than the socket. Never rejects. */
  probe(): Promise<boolean>
  store: UnsentStore
}
