/** SIGKILL in the middle of typing, again and again: what was acknowledged, and what others had seen, must still be there. */
import { compareBy, measureFresh, runLoad } from '../compare'
import type { Figures } from '../load/target'
import { HOCUSPOCUS_SQLITE, YWS_LEVELDB } from '../servers/peers'
import { aim, OURS, type Scenario } from './scenario'

/** With 3 rounds, ours is killed some 100 times; a peer once a round, for it types as long as it takes to show. */
const OUR_KILLS = 34
const OUR_TYPING_MS = 400
const PEER_TYPING_MS = 3_000
const DATA = { rooms: 1, documentEdits: 0 }

export const durability: Scenario = {
  name: 'durability',
  about:
    'the server is killed in the middle of typing and started again; characters that were acknowledged, or seen by others, and are lost',
  async run(options) {
    const outcome = await compareBy(
      {
        peers: [YWS_LEVELDB, HOCUSPOCUS_SQLITE],
        data: DATA,
        async measure(server) {
          const isOurs = server.name === OURS
          const kills = isOurs ? OUR_KILLS : 1
          const total: Figures = { kills, seen: 0, seenLost: 0, acked: 0, ackedLost: 0 }
          for (let kill = 0; kill < kills; kill++) {
            const typingMs = isOurs ? OUR_TYPING_MS + 17 * (kill % 20) : PEER_TYPING_MS
            add(
              total,
              await measureFresh(server, DATA, async (target, restart) => {
                const before = await runLoad(target, { job: 'crash', phase: 'type', typingMs })
                const after = await runLoad(await restart(), { job: 'crash', phase: 'look', typingMs })
                return lost({ ...before, ...after })
              }),
            )
          }
          return total
        },
      },
      options,
    )
    const kills = (outcome.figures[OURS]?.kills ?? 0) * options.rounds
    // The median of the rounds would hide one loss.
    const worst = (name: string) => outcome.ranges?.[OURS]?.[name]?.[1]
    const aims = [
      aim(`acknowledged characters lost in ${kills} SIGKILLs`, worst('ackedLost'), { atMost: 0 }),
      aim(`characters that others had seen lost in ${kills} SIGKILLs`, worst('seenLost'), { atMost: 0 }),
    ]
    return { ...outcome, aims }
  },
}

function lost(figures: Figures): Figures {
  const result: Figures = { seen: 0, seenLost: 0, acked: 0, ackedLost: 0 }
  for (const writer of [0, 1]) {
    const stored = figures[`stored${writer}`] ?? 0
    for (const what of ['seen', 'acked']) {
      const had = figures[`${what}${writer}`] ?? 0
      add(result, { [what]: had, [`${what}Lost`]: Math.max(0, had - stored) })
    }
  }
  return result
}

function add(total: Figures, more: Figures): void {
  for (const [name, value] of Object.entries(more)) total[name] = (total[name] ?? 0) + value
}
