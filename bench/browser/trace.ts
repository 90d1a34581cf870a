/** What a page's main thread did, from Chromium's own trace. */
import type { Browser } from '@playwright/test'
import { percentile, round } from '../statistics'

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline']

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds. */
  ts: number
  dur?: number
  /** On a CPU: without what others took meanwhile. */
  tdur?: number
  args: { name?: string; data?: { type?: string } }
}

type Task = TraceEvent & { dur: number; tdur: number }

interface MainThread {
  tasks: Task[]
  /** When keys went down. */
  keys: number[]
  /** When frames were handed over to be drawn. */
  frames: number[]
}

/** Traces all pages of `browser` while `run` runs. @returns the main threads in which keys were pressed. */
export async function traced(browser: Browser, run: () => Promise<void>): Promise<MainThread[]> {
  await browser.startTracing(undefined, { categories: CATEGORIES })
  await run()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`
  const mains = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  )
  const threads = new Map<string, MainThread>()
  for (const event of traceEvents) {
    const thread = threadOf(event)
    if (!mains.has(thread) || event.ph !== 'X') continue
    const known = threads.get(thread) ?? { tasks: [], keys: [], frames: [] }
    threads.set(thread, known)
    if (isTask(event)) known.tasks.push(event)
    if (event.name === 'EventDispatch' && event.args.data?.type === 'keydown') known.keys.push(event.ts)
    if (event.name === 'Commit') known.frames.push(event.ts + (event.dur ?? 0))
  }
  const written = [...threads.values()].filter(({ keys }) => keys.length > 0)
  for (const { keys, frames } of written) {
    keys.sort((a, b) => a - b)
    frames.sort((a, b) => a - b)
  }
  return written
}

/**
 * For each key: what the main thread did until the letter was handed over to be drawn (`untilDrawn`), and all it did because of
 * it (`inAll`: until shortly before the next key), in milliseconds on the CPU.
 */
export function costOfKeys({ tasks, keys, frames }: MainThread): { untilDrawn: number[]; inAll: number[]; longest: number } {
  const untilDrawn: number[] = []
  const inAll: number[] = []
  for (const [index, key] of keys.entries()) {
    const next = keys[index + 1] ?? Number.POSITIVE_INFINITY
    const drawn = frames.find((at) => at > key) ?? next
    // The task the key arrived in began a little before it.
    const own = tasks.filter(({ ts, dur }) => ts + dur > key && ts < next - KEY_ON_ITS_WAY_US)
    untilDrawn.push(sum(own.filter(({ ts }) => ts < drawn)))
    if (Number.isFinite(next)) inAll.push(sum(own))
  }
  return { untilDrawn, inAll, longest: longestTask(tasks) }
}

const KEY_ON_ITS_WAY_US = 2_000

/** Wall time: what the person waits. */
export function longestTask(tasks: readonly Task[]): number {
  return Math.max(0, ...tasks.map(({ dur }) => dur)) / 1000
}

export function p50AndP95(what: string, values: readonly number[]): Record<string, number> {
  const sorted = [...values].sort((a, b) => a - b)
  return { [`${what}P50Ms`]: round(percentile(sorted, 0.5)), [`${what}P95Ms`]: round(percentile(sorted, 0.95)) }
}

function isTask(event: TraceEvent): event is Task {
  return event.name === 'RunTask' && event.dur !== undefined && event.tdur !== undefined
}

function sum(tasks: readonly Task[]): number {
  return tasks.reduce((total, { tdur }) => total + tdur, 0) / 1000
}
