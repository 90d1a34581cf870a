/** Makes files in a thread of their own, a few at a time; whoever goes away stops theirs. */
import { startWorker } from '../platform/worker-url'
import type { Exporter, ExportTask } from '../ports/exporter'

/** More wait their turn. */
const MOST_AT_ONCE = 2
const MOST_HEAP_MB = 512

export function createExporter(): Exporter {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    async exportFile(task, signal) {
      if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
      running += 1
      try {
        signal?.throwIfAborted()
        return await makeInThread(task, signal)
      } finally {
        running -= 1
        waiting.shift()?.()
      }
    },
  }
}

function makeInThread(task: ExportTask, signal: AbortSignal | undefined): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('exchange/export-worker', {
      workerData: task,
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
    worker.once('message', (bytes: Uint8Array) => finish(() => resolve(bytes)))
    worker.once('error', (error: Error) => finish(() => reject(error)))
    worker.once('exit', (code) => finish(() => reject(new Error(`The export thread ended with code ${code}`))))
  })
}
