/**
 * The small columns of a snapshot before the large one. SQLite keeps a row in one chain of pages: what stands behind the state could
 * be read only by walking through all of it, and a room is opened on the small ones alone.
 */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

export const m0017SnapshotOrder: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE room_snapshot RENAME TO room_snapshot_before`.execute(db)
    await sql`CREATE TABLE room_snapshot (
      room TEXT PRIMARY KEY,
      seq INTEGER NOT NULL,
      state_vector BLOB NOT NULL,
      deletions BLOB NOT NULL,
      state BLOB NOT NULL
    )`.execute(db)
    await sql`INSERT INTO room_snapshot (room, seq, state_vector, deletions, state)
      SELECT room, seq, state_vector, deletions, state FROM room_snapshot_before`.execute(db)
    await sql`DROP TABLE room_snapshot_before`.execute(db)
  },
}
