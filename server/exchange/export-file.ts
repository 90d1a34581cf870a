/** Makes files in a thread of their own, a few at a time; whoever goes away stops theirs. */
import { startWorker } from '../platform/worker-url'
import type { Exporter } from '../ports/exporter'
import type { ExportJob, ExportMessage } from './export-worker'

/** More wait their turn. */
const MOST_AT_ONCE = 2
const MOST_HEAP_MB = 512

export function createExporter(): Exporter {
  let running = 0
  const waiting: (() => void)[] = []
  const inTurn = async (job: ExportJob, signal?: AbortSignal, onDone?: (files: number) => void): Promise<Uint8Array> => {
    if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    running += 1
    try {
      signal?.throwIfAborted()
      return await makeInThread(job, signal, onDone)
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }
  return {
    exportFile: (task, signal) => inTurn({ kind: 'file', task }, signal),
    exportArchive: (task, signal, onDone) => inTurn({ kind: 'archive', task }, signal, onDone),
  }
}

function makeInThread(
  job: ExportJob,
  signal: AbortSignal | undefined,
  onDone: ((files: number) => void) | undefined,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('exchange/export-worker', {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    })
    const finish = (settle: () => void) => {
      signal?.removeEventListener('abort', handleAbort)
      worker.removeAllListeners()
      // What is thrown while the thread is being ended is of no interest any more.
      worker.on('error', () => undefined)
      void worker.terminate()
      settle()
    }
    const handleAbort = () => finish(() => reject(new Error('The export was called off')))
    signal?.addEventListener('abort', handleAbort)
    worker.on('message', (message: ExportMessage) => {
      if (typeof message === 'number') onDone?.(message)
      else finish(() => resolve(message))
    })
    worker.once('error', (error: Error) => finish(() => reject(error)))
    worker.once('exit', (code) => finish(() => reject(new Error(`The export thread ended with code ${code}`))))
  })
}
