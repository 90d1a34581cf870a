/** How the connections of a meeting differ from those of a document. */
import type { ConnectionEvents } from '../net/connection'
import type { LiveSurroundings } from './surroundings'

/** The server restarts within a second or two; a meeting does not wait ten. */
export const LIVE_CONNECTION = { longestWaitMs: 4_000 } as const

/** Whoever only listens (a projector) cannot ask over the socket whether it is alive: the server is asked by another way. */
export function questions({ probe }: LiveSurroundings): Pick<ConnectionEvents<string>, 'atStake' | 'ask'> {
  return {
    // A room full of people looks at what this page shows.
    atStake: () => true,
    ask: (answer) => void probe().then(answer),
  }
}
