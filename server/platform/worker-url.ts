/**
 * Worker threads start from two places. Bundled, every entry of the server lies flat in `dist/server` (`commit-worker.js` beside
 * `main.js`, see `vite.config.ts`). From source (`tsx watch`, vitest) the entry is the `.ts` file itself. Which one it is can
 * be read off this module's own name.
 *
 * On Node 20 `--import tsx` does nothing inside a worker thread, so from source the thread begins with two lines that register
 * the loader there and then import the entry.
 *
 * A new worker needs a line in `WorkerSource` and one in `SERVER_ENTRIES` of `vite.config.ts`.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

export type WorkerSource = 'storage/commit-worker' | 'storage/reader-worker' | 'exchange/import-worker' | 'exchange/export-worker'

const here = import.meta.url
const fromSource = here.endsWith('.ts')

function workerUrl(source: WorkerSource): URL {
  if (!fromSource) return new URL(`./${source.slice(source.lastIndexOf('/') + 1)}.js`, here)
  const loader = pathToFileURL(createRequire(here).resolve('tsx/esm/api')).href.replace(/\.cjs$/, '.mjs')
  const entry = new URL(`../${source}.ts`, here).href
  return new URL(`data:text/javascript,import{register}from'${loader}';register();await import('${entry}')`)
}

/** The thread's stdout and stderr are those of the process; the caller listens to `error` and `exit`. */
export function startWorker(source: WorkerSource, options: Pick<WorkerOptions, 'workerData' | 'resourceLimits'> = {}): Worker {
  return new Worker(workerUrl(source), { ...options, execArgv: [] })
}
