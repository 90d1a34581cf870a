/** The scenarios that are one job of the load generator, compared. */
import { compare, compareBy, measureFresh, runLoad } from '../compare'
import { HOCUSPOCUS, HOCUSPOCUS_SQLITE, RAW_WS, YWS, YWS_LEVELDB } from '../servers/peers'
import { ORDINARY_EDITS } from './fanout'
import { aim, OURS, type Scenario } from './scenario'

/** 30,000 characters with their history: 409 KB in the measurements this follows. */
const LONG_EDITS = 200_000

export const saturation: Scenario = {
  name: 'saturation',
  about: 'one room of 50, 10 writers with 30 keystrokes under way each (a closed loop); ours durable, the peers not',
  async run(options) {
    const job = { job: 'saturation', clients: 50, writers: 10, window: 30, seconds: options.seconds } as const
    const outcome = await compare({ peers: [HOCUSPOCUS, YWS], data: { rooms: 1, documentEdits: 0 }, job }, options)
    const { figures, ratios } = outcome
    const aims = [
      aim('saturation, deliveries per CPU second, × hocus', ratios.hocus?.deliveriesPerCpuSecond, { atLeast: 3 }),
      aim('saturation, p99, × hocus', ratios.hocus?.lastReaderP99Ms, { atMost: 1 }),
      aim('saturation, missing deliveries', figures[OURS]?.missing, { atMost: 0 }),
    ]
    return { ...outcome, aims }
  },
}

export const manyRooms: Scenario = {
  name: 'many-rooms',
  about: '1,000 rooms of 3 with an 80 KB document each, one edit a second in each',
  async run(options) {
    const rooms = 1_000
    const job = {
      job: 'typing',
      rooms,
      clients: 3,
      writers: 1,
      rate: 1,
      seconds: options.seconds,
      documentEdits: ORDINARY_EDITS,
    } as const
    const outcome = await compare(
      { peers: [YWS, HOCUSPOCUS_SQLITE], data: { rooms, documentEdits: ORDINARY_EDITS }, job },
      options,
    )
    const { figures, ratios } = outcome
    const aims = [
      aim('1,000 rooms, CPU/edit, × yws', ratios.yws?.cpuMicrosPerEdit, { atMost: 0.6 }),
      aim('1,000 rooms, memory, × yws', ratios.yws?.residentMb, { atMost: 0.1 }),
      aim('1,000 rooms, KB a socket (rooms included)', figures[OURS]?.residentKbPerSocket, { atMost: 15 }),
    ]
    return { ...outcome, aims }
  },
}

export const coldOpen: Scenario = {
  name: 'cold-open',
  about: 'a long document that nobody has open: the first person, then a second; a probe watches the event loop',
  async run(options) {
    const count = 10
    const job = { job: 'coldOpen', count, documentEdits: LONG_EDITS } as const
    const data = { rooms: count + 1, documentEdits: LONG_EDITS }
    const outcome = await compare({ peers: [HOCUSPOCUS_SQLITE, YWS_LEVELDB], data, job }, options)
    const { figures, ratios } = outcome
    const aims = [
      aim('cold open, first client, × hocus', ratios['hocus+sqlite']?.firstMs, { atMost: 0.04 }),
      aim('cold open, second client, × hocus', ratios['hocus+sqlite']?.secondMs, { atMost: 0.1 }),
      aim('cold open, event loop blocked (ms, the worst pong)', figures[OURS]?.loopBlockedMaxMs, { atMost: 5 }),
    ]
    return { ...outcome, aims }
  },
}

export const storm: Scenario = {
  name: 'storm',
  about: '500 people come back at once to 10 rooms with 80 KB documents, up to date, each with a cursor',
  async run(options) {
    const rooms = 10
    const job = { job: 'storm', clients: 500, rooms, documentEdits: ORDINARY_EDITS } as const
    const outcome = await compare(
      { peers: [HOCUSPOCUS_SQLITE, YWS_LEVELDB], data: { rooms, documentEdits: ORDINARY_EDITS }, job },
      options,
    )
    const { figures, ratios } = outcome
    const aims = [
      aim('500 reconnects, CPU a client, × hocus', ratios['hocus+sqlite']?.cpuMsPerClient, { atMost: 0.28 }),
      aim('500 reconnects, all in sync (ms)', figures[OURS]?.allSyncedMs, { atMost: 400 }),
    ]
    return { ...outcome, aims }
  },
}

export const presence: Scenario = {
  name: 'presence',
  about: '2 rooms of 50 in which everybody moves their cursor 10 times a second',
  async run(options) {
    const job = { job: 'presence', rooms: 2, clients: 50, rate: 10, seconds: options.seconds } as const
    const outcome = await compare({ peers: [YWS, HOCUSPOCUS, RAW_WS], data: { rooms: 2, documentEdits: 0 }, job }, options)
    const { figures, ratios } = outcome
    const aims = [
      aim('presence 50 × 10/s, CPU, × yws', ratios.yws?.cpuMicrosPerDelivery, { atMost: 0.25 }),
      aim('presence 50 × 10/s, age p99 (ms)', figures[OURS]?.ageP99Ms, { atMost: 60 }),
    ]
    return { ...outcome, aims }
  },
}

export const slowReader: Scenario = {
  name: 'slow-reader',
  about: 'one room of 50, 10 of them stop reading while 800 messages/s of 1 KB flow; and the same with everybody reading',
  async run(options) {
    const seconds = Math.max(options.seconds, 8)
    const job = { job: 'typing', rooms: 1, clients: 50, writers: 10, rate: 80, seconds, documentEdits: 0, letters: 340 } as const
    const data = { rooms: 1, documentEdits: 0 }
    const outcome = await compareBy(
      {
        peers: [YWS, HOCUSPOCUS],
        data,
        async measure(server) {
          const all = await measureFresh(server, data, (target) => runLoad(target, job))
          const some = await measureFresh(server, data, (target) => runLoad(target, { ...job, deaf: 10 }))
          const grown = (some.residentGrowthMb ?? Number.NaN) - (all.residentGrowthMb ?? Number.NaN)
          const slower = (some.lastReaderP99Ms ?? Number.NaN) / (all.lastReaderP99Ms ?? Number.NaN)
          return { ...some, p99WithAllReadingMs: all.lastReaderP99Ms ?? Number.NaN, p99Times: slower, extraGrowthMb: grown }
        },
      },
      options,
    )
    const { figures } = outcome
    const aims = [
      aim('slow reader, memory beyond that of 50 readers (MB)', figures[OURS]?.extraGrowthMb, { atMost: 5 }),
      aim("slow reader, the others' p99, × with everybody reading", figures[OURS]?.p99Times, { atMost: 1.2 }),
    ]
    return { ...outcome, aims }
  },
}

export const judge: Scenario = {
  name: 'judge',
  about: 'two editors type in an 80 KB document, alone and while a third person suggests in the same moments',
  async run(options) {
    const data = { rooms: 1, documentEdits: ORDINARY_EDITS }
    const outcome = await compareBy(
      {
        peers: [],
        data,
        async measure(server) {
          const job = { job: 'judge', seconds: options.seconds, documentEdits: ORDINARY_EDITS } as const
          const alone = await measureFresh(server, data, (target) => runLoad(target, { ...job, suggesting: false }))
          const judged = await measureFresh(server, data, (target) => runLoad(target, { ...job, suggesting: true }))
          const [before, after] = [alone.lastReaderP50Ms ?? Number.NaN, judged.lastReaderP50Ms ?? Number.NaN]
          return { ...judged, aloneP50Ms: before, aloneCpuPercent: alone.cpuPercent ?? Number.NaN, addedP50Ms: after - before }
        },
      },
      options,
    )
    return {
      ...outcome,
      aims: [aim("judge, added to the editors' p50 (ms)", outcome.figures[OURS]?.addedP50Ms, { atMost: 2 })],
      notes: ['No peer has a right to suggest; ours is measured against itself without a suggester.'],
    }
  },
}

export const twoNodes: Scenario = {
  name: 'two-nodes',
  about: 'not yet: there is no fan-out between nodes',
  run: () =>
    Promise.resolve({
      figures: {},
      ratios: {},
      aims: [],
      supported: false,
      notes: ['The server is one process; there is no fan-out between nodes yet, so there is nothing to measure.'],
    }),
}
