/** A hundred pages leave as .docx, again and again, while twenty people type in them: what a keystroke takes beside it and without. */
import { measureFresh, runLoad } from '../compare'
import type { Target } from '../load/target'
import { say } from '../say'
import { duizhao } from '../servers/duizhao'
import { median, round } from '../statistics'
import { aim, OURS, type Scenario } from './scenario'

/** Some 62,000 characters: a page has 22 lines of 28. */
const HUNDRED_PAGES_EDITS = 410_000
const WRITERS = 20
const LETTERS_A_SECOND = 3

export const exportLoad: Scenario = {
  name: 'export-load',
  about: `a document of 100 pages exported without a pause while ${WRITERS} people type in it, beside the same typing alone`,
  async run({ rounds, seconds, dist }) {
    const data = { rooms: 1, documentEdits: HUNDRED_PAGES_EDITS }
    const job = {
      job: 'typing',
      rooms: 1,
      clients: WRITERS,
      writers: WRITERS,
      rate: LETTERS_A_SECOND,
      seconds,
      documentEdits: HUNDRED_PAGES_EDITS,
    } as const
    const all: Record<'alone' | 'beside', { p50: number[]; p95: number[] }> = {
      alone: { p50: [], p95: [] },
      beside: { p50: [], p95: [] },
    }
    const took: number[] = []
    let bytes = 0
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const way of ['alone', 'beside'] as const) {
        const figures = await measureFresh(duizhao(dist), data, async (target) => {
          if (way === 'alone') return runLoad(target, job)
          const exports = exportOnAndOn(target)
          try {
            return await runLoad(target, job)
          } finally {
            const made = await exports.end()
            took.push(...made.took)
            bytes = made.bytes
          }
        })
        all[way].p50.push(figures.lastReaderP50Ms ?? Number.NaN)
        all[way].p95.push(figures.lastReaderP95Ms ?? Number.NaN)
        say(`  ${way.padEnd(14)} p50 ${figures.lastReaderP50Ms} · p95 ${figures.lastReaderP95Ms}`)
      }
    }
    const figures = {
      aloneP50Ms: round(median(all.alone.p50)),
      aloneP95Ms: round(median(all.alone.p95)),
      besideP50Ms: round(median(all.beside.p50)),
      besideP95Ms: round(median(all.beside.p95)),
      exportMs: round(median(took)),
      exports: took.length,
      exportKb: round(bytes / 1024),
    }
    const times = { p50: figures.besideP50Ms / figures.aloneP50Ms, p95: figures.besideP95Ms / figures.aloneP95Ms }
    return {
      figures: { [OURS]: figures },
      ratios: {},
      aims: [
        aim('a keystroke of 20 beside exports of 100 pages, p50, × without', round(times.p50), { atMost: 1.5 }),
        aim('a keystroke of 20 beside exports of 100 pages, p95, × without', round(times.p95), { atMost: 1.5 }),
      ],
      notes: ['The exports never pause: one begins when the other has come. People export once.'],
    }
  },
}

function exportOnAndOn({ port, cookie, rooms }: Target): { end(): Promise<{ took: number[]; bytes: number }> } {
  const stop = new AbortController()
  const took: number[] = []
  let bytes = 0
  const running = (async () => {
    while (!stop.signal.aborted) {
      const began = performance.now()
      const response = await fetch(
        `http://127.0.0.1:${port}/api/materials/${rooms[0]}/export?format=docx&suggestions=revisions`,
        {
          headers: { cookie: cookie ?? '' },
          signal: stop.signal,
        },
      )
      if (!response.ok) throw new Error(`no export: ${response.status}`)
      bytes = (await response.arrayBuffer()).byteLength
      took.push(performance.now() - began)
    }
  })().catch((error: unknown) => {
    // The last one is called off.
    if (!stop.signal.aborted) throw error
  })
  return {
    async end() {
      stop.abort()
      await running
      return { took, bytes }
    },
  }
}
