/** The update log on SQLite: commits on one thread, document building on another, plain reads here (a read never waits for a writer). */
import type { Line } from '../../shared/diff/lines'
import type { Stretch } from '../../shared/history/stretch'
import type { Origin } from '../../shared/history/written-when'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { DocumentEdit, EditResult } from '../../shared/suggestions/document-edit'
import { startWorker } from '../platform/worker-url'
import type { Capture, LogEntry, RoomFacts, Snapshot, StoredRoom, Survey, UpdateLog } from '../ports/update-log'
import type { CommitRequest } from './commit-worker'
import { type LogFile, openLogFile } from './log-file'
import type { ReadRequest } from './reader-worker'
import { StoredRooms } from './stored-room'
import { ThreadCalls } from './thread-calls'

/** Opens the log in `file`, whose tables the migrations have made. */
export function openUpdateLog({ file }: { file: string }): UpdateLog {
  return new SqliteUpdateLog(file)
}

class SqliteUpdateLog implements UpdateLog {
  readonly #db: LogFile
  readonly #rooms: StoredRooms
  readonly #committer: ThreadCalls<CommitRequest>
  readonly #reader: ThreadCalls<ReadRequest>

  constructor(file: string) {
    this.#db = openLogFile(file)
    this.#rooms = new StoredRooms(this.#db)
    this.#committer = new ThreadCalls(startWorker('storage/commit-worker', { workerData: { file } }))
    this.#reader = new ThreadCalls(startWorker('storage/reader-worker', { workerData: { file } }))
  }

  append(entries: readonly LogEntry[]): Promise<number[]> {
    return this.#committer.call({ entries })
  }

  async load(room: MaterialId): Promise<StoredRoom> {
    return this.#rooms.read(room)
  }

  async facts(room: MaterialId): Promise<RoomFacts> {
    return this.#rooms.facts(room)
  }

  async clients(room: MaterialId): Promise<Map<number, PersonId>> {
    return this.#rooms.clients(room)
  }

  compact(room: MaterialId): Promise<Snapshot | null> {
    return this.#reader.call({ op: 'compact', room })
  }

  survey(room: MaterialId): Promise<Survey> {
    return this.#reader.call({ op: 'survey', room })
  }

  workOut(room: MaterialId, edit: DocumentEdit): Promise<EditResult> {
    return this.#reader.call({ op: 'workOut', room, edit })
  }

  capture(room: MaterialId, before: Uint8Array | null): Promise<Capture> {
    return this.#reader.call({ op: 'capture', room, before })
  }

  lines(room: MaterialId, state: Uint8Array | null): Promise<Line[]> {
    return this.#reader.call({ op: 'lines', room, state })
  }

  origins(room: MaterialId, stretches: readonly Stretch[]): Promise<Origin[]> {
    return this.#reader.call({ op: 'origins', room, stretches })
  }

  state(room: MaterialId): Promise<Uint8Array> {
    return this.#reader.call({ op: 'state', room })
  }

  missing(room: MaterialId, stateVector: Uint8Array): Promise<Uint8Array[]> {
    return this.#reader.call({ op: 'missing', room, stateVector })
  }

  async close(): Promise<void> {
    await Promise.all([this.#committer.end(), this.#reader.end()])
    this.#db.close()
  }
}
