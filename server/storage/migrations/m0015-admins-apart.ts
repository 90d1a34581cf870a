/** Whether the three admin roles are to be held by different people. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

export const m0015AdminsApart: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw('ALTER TABLE team ADD COLUMN admins_apart INTEGER NOT NULL DEFAULT 0').execute(db)
  },
}
