/** What people feel at their own screens, in Chromium: a key of their own, a key of somebody else's, the first visit. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from '@playwright/test'
import { withBrowser } from '../browser/chromium'
import { measureFirstLoad } from '../browser/first-load'
import { measureLocalKeys } from '../browser/keystroke-local'
import { measureRemoteKeys } from '../browser/keystroke-remote'
import { compareBy, measureFresh } from '../compare'
import type { Figures, Target } from '../load/target'
import { TIPTAP_YWS } from '../servers/peers'
import { type AimResult, aim, type BenchOptions, OURS, type Outcome, type Scenario } from './scenario'

/** Of five edits one character is left. */
const EDITS_OF_30_000 = 150_000
const EDITS_OF_100_000 = 500_000
/** The typed documents are a little longer than their round number. */
const AT_LEAST = 0.19
const LOCAL_KEYS_A_SECOND = 4
const REMOTE_KEYS_A_SECOND = 5

export const keystrokeLocal: Scenario = {
  name: 'keystroke-local',
  about: "a key in a text of 30,000 and of 100,000 characters: the work of one's own page for it, in Chromium",
  async run(options) {
    const outcomes: Outcome[] = []
    for (const [size, edits] of [['30k', EDITS_OF_30_000] as const, ['100k', EDITS_OF_100_000] as const]) {
      const keys = { keys: options.seconds * LOCAL_KEYS_A_SECOND, characters: edits * AT_LEAST }
      const outcome = await inBrowser(edits, options, (browser, target) => measureLocalKeys(browser, target, keys))
      outcomes.push(named(size, outcome))
    }
    const outcome = together(outcomes)
    const { figures } = outcome
    const aims = [
      aim('own keystroke in 100,000 characters, main thread until it is drawn, p95 (ms)', figures[OURS]?.untilDrawnP95Ms100k, {
        atMost: 16,
      }),
    ]
    return { ...outcome, aims, notes: ['Milliseconds on the CPU, the costs of tracing included.'] }
  },
}

export const keystrokeRemote: Scenario = {
  name: 'keystroke-remote',
  about: "7 people type in a text of 30,000 characters: from one's key to the other's screen, in Chromium",
  async run(options) {
    const documentEdits = EDITS_OF_30_000
    const keys = { keys: options.seconds * REMOTE_KEYS_A_SECOND, characters: documentEdits * AT_LEAST, documentEdits }
    const outcome = await inBrowser(documentEdits, options, (browser, target) => measureRemoteKeys(browser, target, keys))
    const ours = outcome.figures[OURS]
    const aims = [
      aim('keystroke to another screen, 7 writers, 30,000 characters, p95 (ms)', ours?.otherScreenP95Ms, { atMost: 100 }),
      aim('longest task on either side (ms)', ours?.longestTaskMs, { atMost: 50 }),
      aim('keys that never came', ours?.missing, { atMost: 0 }),
    ]
    return { ...outcome, aims }
  },
}

export const firstLoad: Scenario = {
  name: 'first-load',
  about: 'a browser that has nothing opens the page of a text of 8,000 characters and types a letter',
  async run(options) {
    const outcome = await inBrowser(40_000, options, measureFirstLoad)
    const aims = [
      ...(await weights(options.dist)),
      aim('first load, until a letter is typed (ms)', outcome.figures[OURS]?.editableMs, { atMost: 1_500 }),
    ]
    return { ...outcome, aims }
  },
}

function inBrowser(
  documentEdits: number,
  options: BenchOptions,
  measure: (browser: Browser, target: Target) => Promise<Figures>,
): Promise<Outcome> {
  const data = { rooms: 1, documentEdits }
  const run = (target: Target) => withBrowser((browser) => measure(browser, target))
  return compareBy({ peers: [TIPTAP_YWS], data, measure: (server) => measureFresh(server, data, run) }, options)
}

/** The gzipped parts as the build's own budget counts them. */
async function weights(dist: string): Promise<AimResult[]> {
  const args = ['scripts/check-size.mjs', join(dist, 'client')]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return [...stdout.matchAll(/^(.+?) +([\d.]+) kB of (\d+)/gm)].map(([, part = '', kb, budget]) =>
    aim(`first load, ${part.trim()}, gzipped (KB)`, Number(kb), { atMost: Number(budget) }),
  )
}

function named(suffix: string, { figures, ratios, ...rest }: Outcome): Outcome {
  const rename = (all: Record<string, Figures>) =>
    Object.fromEntries(
      Object.entries(all).map(([server, each]) => [
        server,
        Object.fromEntries(Object.entries(each).map(([name, value]) => [`${name}${suffix}`, value])),
      ]),
    )
  return { ...rest, figures: rename(figures), ratios: rename(ratios) }
}

function together(outcomes: readonly Outcome[]): Outcome {
  const join = (all: readonly Record<string, Figures>[]) => {
    const joined: Record<string, Figures> = {}
    for (const each of all) for (const [server, values] of Object.entries(each)) joined[server] = { ...joined[server], ...values }
    return joined
  }
  return { figures: join(outcomes.map(({ figures }) => figures)), ratios: join(outcomes.map(({ ratios }) => ratios)), aims: [] }
}
