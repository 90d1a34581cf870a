/** Opens the SQLite file for the update log's threads. Durability is decided here: WAL, and an fsync for every commit. */
import Database from 'libsql'

export type LogFile = Database.Database

export function openLogFile(file: string): LogFile {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  // Another thread or the command line may hold the write lock for a moment.
  db.pragma('busy_timeout = 10000')
  return db
}
