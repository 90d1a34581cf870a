/** Rooms of several sizes in which some people type. CPU a delivery, and how long until the last reader has it. */
import { compare } from '../compare'
import { HOCUSPOCUS, HOCUSPOCUS_SQLITE, RAW_WS, YWS, YWS_LEVELDB } from '../servers/peers'
import type { BenchServer } from '../servers/server'
import { aim, type AimResult, OURS, type Outcome, type Scenario } from './scenario'

/** Some 8,000 characters, 80 KB: an ordinary material that has been worked on. */
export const ORDINARY_EDITS = 40_000

interface Fanout {
  name: string
  about: string
  rooms: number
  clients: number
  writers: number
  /** Keystrokes a second of each writer. */
  rate: number
  peers: readonly BenchServer[]
  aims(outcome: Outcome): AimResult[]
}

const DURABLE = [YWS_LEVELDB, HOCUSPOCUS_SQLITE]

const FANOUTS: readonly Fanout[] = [
  {
    name: 'quiet-room',
    about: 'one room of 3, one writer: how long a keystroke takes when nothing else happens',
    rooms: 1,
    clients: 3,
    writers: 1,
    rate: 8,
    peers: [RAW_WS, YWS_LEVELDB, HOCUSPOCUS_SQLITE],
    aims: ({ figures }) => [aim('p50 in a quiet room, commit first (ms)', figures[OURS]?.lastReaderP50Ms, { atMost: 8 })],
  },
  {
    name: 'fanout-3',
    about: '150 rooms of 3 with one writer each, 900 edits/s, everything durable',
    rooms: 150,
    clients: 3,
    writers: 1,
    rate: 6,
    peers: DURABLE,
    aims: ({ ratios }) => [
      aim('room of 3, CPU/edit, × yws+leveldb', ratios['yws+leveldb']?.cpuMicrosPerEdit, { atMost: 0.33 }),
      aim('room of 3, CPU/edit, × hocus+sqlite', ratios['hocus+sqlite']?.cpuMicrosPerEdit, { atMost: 0.66 }),
    ],
  },
  {
    name: 'fanout-10',
    about: '30 rooms of 10 with 5 writers each, 1,200 edits/s, everything durable',
    rooms: 30,
    clients: 10,
    writers: 5,
    rate: 8,
    peers: [...DURABLE, RAW_WS],
    aims: ({ ratios }) => [
      aim('room of 10, CPU/delivery, × yws+leveldb', ratios['yws+leveldb']?.cpuMicrosPerDelivery, { atMost: 0.4 }),
      aim('room of 10, CPU/delivery, × hocus+sqlite', ratios['hocus+sqlite']?.cpuMicrosPerDelivery, { atMost: 0.55 }),
    ],
  },
  {
    name: 'fanout-50',
    about: '8 rooms of 50 with 10 writers each, 640 edits/s, 31,000 deliveries/s; ours durable, the peers not',
    rooms: 8,
    clients: 50,
    writers: 10,
    rate: 8,
    peers: [YWS, HOCUSPOCUS, RAW_WS],
    aims: ({ ratios }) => [
      aim('room of 50, 10 writers, CPU/delivery, × yws without persistence', ratios.yws?.cpuMicrosPerDelivery, { atMost: 0.66 }),
    ],
  },
  {
    name: 'fanout-50-busy',
    about: '5 rooms of 50 with 25 writers each, 1,000 edits/s, 49,000 deliveries/s; ours durable, the peers not',
    rooms: 5,
    clients: 50,
    writers: 25,
    rate: 8,
    peers: [YWS, HOCUSPOCUS],
    aims: ({ figures, ratios }) => [
      aim('room of 50, 25 writers, CPU/delivery, × yws without persistence', ratios.yws?.cpuMicrosPerDelivery, { atMost: 0.4 }),
      aim('room of 50, 25 writers, p95 (ms)', figures[OURS]?.lastReaderP95Ms, { atMost: 35 }),
    ],
  },
  {
    name: 'fanout-200',
    about: '2 rooms of 200 with 20 writers each at 4/s, 160 edits/s, 32,000 deliveries/s; ours durable, the peers not',
    rooms: 2,
    clients: 200,
    writers: 20,
    rate: 4,
    peers: [YWS, HOCUSPOCUS, RAW_WS],
    aims: () => [],
  },
]

function scenarioOf({ name, about, peers, aims, ...typing }: Fanout): Scenario {
  return {
    name,
    about,
    async run(options) {
      const data = { rooms: typing.rooms, documentEdits: ORDINARY_EDITS }
      const job = { job: 'typing', ...typing, seconds: options.seconds, documentEdits: ORDINARY_EDITS } as const
      const outcome = await compare({ peers, data, job }, options)
      return { ...outcome, aims: aims(outcome) }
    },
  }
}

export const FANOUT_SCENARIOS = FANOUTS.map(scenarioOf)
