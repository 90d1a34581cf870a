/** A meeting may let the drafter of a section decide about it. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

export const m0006Drafters: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE meetings ADD COLUMN drafters_decide INTEGER NOT NULL DEFAULT 0`.execute(db)
  },
}
