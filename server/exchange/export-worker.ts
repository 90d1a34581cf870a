/** The thread in which files are made: a long document costs nobody a keystroke. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ArchiveTask, ExportTask } from '../ports/exporter'
import { archiveOf } from './archive-of'
import { fileOf } from './file-of'

/** What the thread is started with. */
export type ExportJob = { kind: 'file'; task: ExportTask } | { kind: 'archive'; task: ArchiveTask }
/** How many files are made, or what came of it all. */
export type ExportMessage = number | Uint8Array

const job = workerData as ExportJob
const say = (message: ExportMessage) => parentPort?.postMessage(message)
say(job.kind === 'file' ? fileOf(job.task) : archiveOf(job.task, say))
