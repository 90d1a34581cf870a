/** Reads a person's file in a thread of its own, within limits of memory and time. */
import type { Result } from '../../shared/result'
import { MOST_IMPORT_BYTES } from '../../shared/model/import-file'
import { failed } from '../../shared/result'
import type { Clock } from '../platform/clock'
import { startWorker } from '../platform/worker-url'
import type { ImportedMaterial, Importer, ImportFailure } from '../ports/importer'
import type { ImportTask } from './import-worker'

const MOST_HEAP_MB = 512
const MOST_MS = 20_000
/** More wait their turn, so that imports cannot take all memory together. */
const MOST_AT_ONCE = 2

type Outcome = Result<ImportedMaterial, ImportFailure>

export function createImporter({ clock, timeLimitMs = MOST_MS }: { clock: Clock; timeLimitMs?: number }): Importer {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    async importFile(bytes, options = {}) {
      if (bytes.length > MOST_IMPORT_BYTES)
        return failed({ code: 'TOO_LARGE', message: `文件不能超过 ${MOST_IMPORT_BYTES / 1024 / 1024} MB。` })
      if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
      running += 1
      try {
        return await readInThread({ bytes, options }, clock, timeLimitMs)
      } finally {
        running -= 1
        waiting.shift()?.()
      }
    },
  }
}

function readInThread(task: ImportTask, clock: Clock, timeLimitMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const worker = startWorker('exchange/import-worker', {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    })
    const finish = (outcome: Outcome) => {
      cancel()
      worker.removeAllListeners()
      // What is thrown while the thread is being ended is of no interest any more.
      worker.on('error', () => undefined)
      void worker.terminate()
      resolve(outcome)
    }
    const cancel = clock.after(timeLimitMs, () =>
      finish(failed({ code: 'TOO_LARGE', message: '文件过于复杂，读取超时。请只保留正文再导入。' })),
    )
    worker.once('message', (outcome: Outcome) => finish(outcome))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? failed({ code: 'TOO_LARGE', message: '文件过大，读取时内存不足。请只保留正文再导入。' })
          : failed({ code: 'BROKEN_FILE', message: '文件不能读取，可能已损坏。请用 Word 或 WPS 另存后再导入。' }),
      ),
    )
    worker.once('exit', () => finish(failed({ code: 'BROKEN_FILE', message: '文件不能读取，可能已损坏。' })))
  })
}
