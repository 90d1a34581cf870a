/** Versions of every kind beside the approved ones: where in the log, named how, written by whom, and in which state the material was. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

const STATEMENTS = [
  'ALTER TABLE material_versions ADD COLUMN seq INTEGER NOT NULL DEFAULT 0',
  "ALTER TABLE material_versions ADD COLUMN label TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE material_versions ADD COLUMN note TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE material_versions ADD COLUMN writers TEXT NOT NULL DEFAULT '[]'",
  "ALTER TABLE material_versions ADD COLUMN standing TEXT NOT NULL DEFAULT 'approved'",
]

export const m0011Versions: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
