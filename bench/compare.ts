/** Interleaved rounds: every server once, then all again, so that a busy minute of the machine falls on all of them. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Job } from './load/main'
import type { Figures, Target } from './load/target'
import { say } from './say'
import { type BenchOptions, OURS, type Outcome } from './scenarios/scenario'
import { duizhao } from './servers/duizhao'
import { pinned } from './servers/process'
import type { BenchServer, Data } from './servers/server'
import { median, round } from './statistics'

const LOAD_LIMIT_MS = 5 * 60_000
const MEGABYTE = 1024 * 1024

export interface Comparison {
  peers: readonly BenchServer[]
  data: Data
  job: Job
}

export async function compare({ peers, data, job }: Comparison, options: BenchOptions): Promise<Outcome> {
  return compareBy({ peers, data, measure: (server) => measureFresh(server, data, (target) => runLoad(target, job)) }, options)
}

/** The same with a `measure` of the scenario's own, which is given each server in turn. */
export async function compareBy(
  { peers, data, measure }: Omit<Comparison, 'job'> & { measure: (server: BenchServer) => Promise<Figures> },
  { rounds, dist, peers: withPeers }: BenchOptions,
): Promise<Outcome> {
  const servers = [duizhao(dist), ...(withPeers ? peers : [])]
  const runs = new Map<string, Figures[]>(servers.map(({ name }) => [name, []]))
  for (const server of servers) await prepared(server, data)
  for (let turn = 0; turn < rounds; turn++) {
    for (const server of servers) {
      const figures = await measure(server)
      runs.get(server.name)?.push(figures)
      say(`  ${server.name.padEnd(14)} ${oneLine(figures)}`)
    }
  }
  const figures = Object.fromEntries([...runs].map(([name, all]) => [name, mediansOf(all)]))
  const ranges = Object.fromEntries([...runs].map(([name, all]) => [name, rangesOf(all)]))
  return { figures, ranges, ratios: ratiosOf(figures), aims: [] }
}

/** One measurement of a server started anew on a copy of its data, which `start` may be asked for again. */
export async function measureFresh(
  server: BenchServer,
  data: Data,
  measure: (target: Target, restart: () => Promise<Target>) => Promise<Figures>,
): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  cpSync(await prepared(server, data), folder, { recursive: true })
  let started = await server.start(folder, data)
  try {
    return await measure(started.target, async () => {
      await started.end()
      started = await server.start(folder, data)
      return started.target
    })
  } finally {
    await started.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the load generator on its own core. */
export async function runLoad(target: Target, job: Job): Promise<Figures> {
  const [program, args] = pinned('load', [
    process.execPath,
    '--import',
    'tsx',
    'bench/load/main.ts',
    JSON.stringify({ target, job }),
  ])
  const { stdout } = await promisify(execFile)(program, args, { timeout: LOAD_LIMIT_MS, maxBuffer: 16 * MEGABYTE })
  return JSON.parse(stdout) as Figures
}

/** The folder with the server's data, made when it is first asked for in this run (our schema may have changed since the last). */
const made = new Map<string, string>()
async function prepared(server: BenchServer, data: Data): Promise<string> {
  const key = `${server.name}-${data.rooms}-${data.documentEdits}-${data.pastedCharacters ?? 0}`
  const known = made.get(key)
  if (known !== undefined) return known
  if (made.size === 0)
    process.once('exit', () => [...made.values()].forEach((folder) => rmSync(folder, { recursive: true, force: true })))
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-data-'))
  made.set(key, folder)
  await server.prepare(folder, data)
  return folder
}

function mediansOf(runs: readonly Figures[]): Figures {
  return Object.fromEntries(namesIn(runs).map((name) => [name, round(median(runs.map((run) => run[name] ?? Number.NaN)))]))
}

function rangesOf(runs: readonly Figures[]): Record<string, readonly [number, number]> {
  return Object.fromEntries(
    namesIn(runs).map((name) => {
      const values = runs.map((run) => run[name] ?? Number.NaN)
      return [name, [Math.min(...values), Math.max(...values)] as const]
    }),
  )
}

function namesIn(runs: readonly Figures[]): string[] {
  return [...new Set(runs.flatMap((run) => Object.keys(run)))]
}

function ratiosOf(figures: Record<string, Figures>): Record<string, Figures> {
  const ours = figures[OURS] ?? {}
  const peers = Object.entries(figures).filter(([name]) => name !== OURS)
  return Object.fromEntries(
    peers.map(([name, theirs]) => {
      const both = Object.keys(ours).filter((key) => theirs[key] !== undefined && theirs[key] !== 0)
      return [name, Object.fromEntries(both.map((key) => [key, round((ours[key] as number) / (theirs[key] as number))]))]
    }),
  )
}

function oneLine(figures: Figures): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ')
}
