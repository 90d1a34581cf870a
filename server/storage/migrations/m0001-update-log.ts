import { type Kysely, type Migration, sql } from 'kysely'

/** The update log, its snapshots, and who stands behind which Yjs client id. */
export const m0001UpdateLog: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE update_log (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      room TEXT NOT NULL,
      actor TEXT,
      at INTEGER NOT NULL,
      bytes BLOB NOT NULL
    )`.execute(db)
    await sql`CREATE INDEX update_log_room ON update_log (room, seq)`.execute(db)
    await sql`CREATE TABLE room_snapshot (
      room TEXT PRIMARY KEY,
      seq INTEGER NOT NULL,
      state BLOB NOT NULL,
      state_vector BLOB NOT NULL,
      deletions BLOB NOT NULL
    )`.execute(db)
    await sql`CREATE TABLE room_client (
      room TEXT NOT NULL,
      client INTEGER NOT NULL,
      person TEXT NOT NULL,
      PRIMARY KEY (room, client)
    ) WITHOUT ROWID`.execute(db)
    // Rows that Yjs could not apply: kept for a person to look at, out of everyone's way.
    await sql`CREATE TABLE update_quarantine (
      seq INTEGER PRIMARY KEY,
      room TEXT NOT NULL,
      actor TEXT,
      at INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      error TEXT NOT NULL
    )`.execute(db)
  },
}
