/**
 * The thread that commits: one transaction a request, durable before it answers. It exists so that an fsync never holds up
 * the event loop that carries everyone's keystrokes.
 */
import { workerData } from 'node:worker_threads'
import type { LogEntry } from '../ports/update-log'
import { openLogFile } from './log-file'
import { serveCalls } from './thread-serve'

export interface CommitRequest {
  entries: readonly LogEntry[]
}

const db = openLogFile((workerData as { file: string }).file)
const insertUpdate = db.prepare('INSERT INTO update_log (room, actor, at, bytes) VALUES (?, ?, ?, ?)')
const insertClient = db.prepare('INSERT OR IGNORE INTO room_client (room, client, person) VALUES (?, ?, ?)')

const commit = db.transaction((entries: readonly LogEntry[]): number[] =>
  entries.map((entry) => {
    const { lastInsertRowid } = insertUpdate.run([entry.room, entry.actor, entry.at, Buffer.from(entry.update)])
    for (const client of entry.newClients ?? []) insertClient.run([entry.room, client, entry.actor])
    return Number(lastInsertRowid)
  }),
)

serveCalls<CommitRequest & { id: number }>((request) => commit(request.entries))
