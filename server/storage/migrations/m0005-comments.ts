/** Threads of comments, what was said in them, and who has seen how much. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

export const m0005Comments: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE comment_threads (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      material TEXT NOT NULL REFERENCES materials (id),
      suggestion TEXT,
      quote TEXT NOT NULL,
      resolved_at INTEGER,
      resolved_by TEXT REFERENCES people (id),
      CHECK ((resolved_at IS NULL) = (resolved_by IS NULL))
    )`.execute(db)
    await sql`CREATE INDEX comment_threads_material ON comment_threads (material, position)`.execute(db)
    await sql`CREATE UNIQUE INDEX comment_threads_one_a_suggestion ON comment_threads (material, suggestion)
      WHERE suggestion IS NOT NULL`.execute(db)
    await sql`CREATE TABLE comments (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      thread TEXT NOT NULL REFERENCES comment_threads (id) ON DELETE CASCADE,
      author TEXT NOT NULL REFERENCES people (id),
      at INTEGER NOT NULL,
      edited_at INTEGER,
      text TEXT NOT NULL,
      mentions TEXT NOT NULL
    )`.execute(db)
    await sql`CREATE INDEX comments_thread ON comments (thread, id)`.execute(db)
    await sql`CREATE TABLE comment_reads (
      thread TEXT NOT NULL REFERENCES comment_threads (id) ON DELETE CASCADE,
      person TEXT NOT NULL REFERENCES people (id),
      seen INTEGER NOT NULL,
      PRIMARY KEY (thread, person)
    ) WITHOUT ROWID`.execute(db)
  },
}
