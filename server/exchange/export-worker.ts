/** The thread in which a file is made: a long document costs nobody a keystroke. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ExportTask } from '../ports/exporter'
import { fileOf } from './file-of'

parentPort?.postMessage(fileOf(workerData as ExportTask))
