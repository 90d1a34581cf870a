/** Decisions on suggestions, kept for ever, and how many suggestions wait. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

export const m0004Decisions: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE decisions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      material TEXT NOT NULL REFERENCES materials (id),
      decision TEXT NOT NULL,
      reason TEXT NOT NULL,
      decider TEXT NOT NULL REFERENCES people (id),
      at INTEGER NOT NULL,
      undone_at INTEGER,
      suggestions TEXT NOT NULL,
      steps TEXT NOT NULL
    )`.execute(db)
    await sql`CREATE INDEX decisions_material ON decisions (material, id)`.execute(db)
    await sql`ALTER TABLE material_progress ADD COLUMN suggestions INTEGER NOT NULL DEFAULT 0`.execute(db)
  },
}
