/** Comments out of imported files: by the name the file gives. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

export const m0012ForeignComments: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`ALTER TABLE comments ADD COLUMN foreign_author TEXT`.execute(db)
  },
}
