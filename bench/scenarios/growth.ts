/**
 * How ours grows, one dimension at a time with the others fixed: what an edit costs and how much memory there is. On two
 * logarithmic scales growth by a power is a line; its slope is the exponent (0: does not grow, 1: in proportion).
 */
import { measureFresh, runLoad } from '../compare'
import { exponentOf, plot, type Point } from '../plot'
import { say } from '../say'
import { duizhao } from '../servers/duizhao'
import { writeFileSync } from 'node:fs'
import { median, round } from '../statistics'
import { ORDINARY_EDITS } from './fanout'
import type { BenchOptions, Outcome, Scenario } from './scenario'

interface Case {
  rooms: number
  clients: number
  /** Edits of a history of which a fifth is left as text. */
  documentEdits: number
  /** The other kind of document: so many characters, each block written at once. */
  pastedCharacters?: number
}

interface Dimension {
  name: 'rooms' | 'clients' | 'length' | 'history'
  title: string
  unit: string
  at: readonly number[]
  caseOf(value: number): Case
}

/** So many edits a second in all, whatever the number of rooms: the price of one is compared, not the load. */
const EDITS_A_SECOND = 100

const DIMENSIONS: readonly Dimension[] = [
  {
    name: 'rooms',
    title: 'open rooms of 2, 100 edits/s in all',
    unit: 'rooms',
    at: [10, 100, 1_000, 5_000],
    // Five thousand ordinary texts would be 400 MB to copy for each measurement.
    caseOf: (rooms) => ({ rooms, clients: 2, documentEdits: ORDINARY_EDITS / 10 }),
  },
  {
    name: 'clients',
    title: 'people in one room, 100 edits/s in all',
    unit: 'people',
    at: [3, 10, 30, 100, 300],
    caseOf: (clients) => ({ rooms: 1, clients, documentEdits: ORDINARY_EDITS }),
  },
  {
    name: 'length',
    title: 'characters of the text, written at once',
    unit: 'characters',
    at: [3_000, 10_000, 30_000, 100_000, 300_000],
    caseOf: (pastedCharacters) => ({ rooms: 10, clients: 3, documentEdits: 0, pastedCharacters }),
  },
  {
    name: 'history',
    title: 'edits in the history of the text',
    unit: 'edits',
    at: [1, 1_000, 10_000, 100_000, 1_000_000],
    caseOf: (edits) => ({ rooms: 10, clients: 3, documentEdits: edits }),
  },
]

const PLOTS = 'docs/images'

export const growth: Scenario = {
  name: 'growth',
  about: 'CPU an edit and memory against rooms, people in a room, length and history; writes docs/images/growth-*.svg',
  async run(options) {
    const figures: Outcome['figures'] = {}
    for (const dimension of DIMENSIONS) {
      const cpu: Point[] = []
      const memory: Point[] = []
      for (const value of dimension.at) {
        const { edit, mb } = await measureCase(dimension.caseOf(value), options)
        cpu.push({ x: value, y: edit })
        memory.push({ x: value, y: mb })
        figures[`${dimension.name} ${value}`] = { cpuMicrosPerEdit: round(edit), residentMb: round(mb) }
        say(`  ${dimension.name} ${value}: ${round(edit)} µs an edit, ${round(mb)} MB`)
      }
      const series = [
        { name: 'µs an edit', points: cpu },
        { name: 'MB', points: memory },
      ]
      figures[`${dimension.name} exponent`] = { cpuMicrosPerEdit: exponentOf(cpu), residentMb: exponentOf(memory) }
      writeFileSync(`${PLOTS}/growth-${dimension.name}.svg`, plot({ title: dimension.title, unit: dimension.unit, series }))
    }
    return { figures, ratios: {}, aims: [], notes: [`Plots are in ${PLOTS}/.`] }
  },
}

async function measureCase(
  { rooms, clients, documentEdits, pastedCharacters }: Case,
  { rounds, seconds, dist }: BenchOptions,
): Promise<{ edit: number; mb: number }> {
  const document = pastedCharacters === undefined ? {} : { pastedCharacters }
  const data = { rooms, documentEdits, ...document }
  const typing = Math.min(rooms, EDITS_A_SECOND)
  const rate = EDITS_A_SECOND / typing
  const job = {
    job: 'typing',
    rooms,
    clients,
    writers: 1,
    rate,
    seconds,
    documentEdits,
    typingRooms: typing,
    ...document,
  } as const
  const edit: number[] = []
  const mb: number[] = []
  for (let turn = 0; turn < rounds; turn++) {
    const run = await measureFresh(duizhao(dist), data, (target) => runLoad(target, job))
    if ((run.missing ?? 0) > 0 || (run.closedSockets ?? 0) > 0) throw new Error(`edits were lost at ${JSON.stringify(data)}`)
    edit.push(run.cpuMicrosPerEdit ?? Number.NaN)
    mb.push(run.residentMb ?? Number.NaN)
  }
  return { edit: median(edit), mb: median(mb) }
}
