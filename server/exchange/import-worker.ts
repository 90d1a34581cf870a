/** The thread in which a person's file is read: it may run out of memory or time without the server noticing. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ImportOptions } from '../ports/importer'
import { importBytes } from './read-source'

/** What the thread is started with. */
export interface ImportTask {
  bytes: Uint8Array
  options: ImportOptions
}

const { bytes, options } = workerData as ImportTask
parentPort?.postMessage(importBytes(bytes, options))
