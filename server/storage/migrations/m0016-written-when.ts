/** When what was written came, by the minute: compaction takes away the rows that told it. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

export const m0016WrittenWhen: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE room_written (
      room TEXT NOT NULL,
      client INTEGER NOT NULL,
      from_clock INTEGER NOT NULL,
      to_clock INTEGER NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (room, client, from_clock)
    ) WITHOUT ROWID`.execute(db)
  },
}
