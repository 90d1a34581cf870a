/** The meeting held: what was done in it, prepared criticism, projector codes, and the approved versions that are presented. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

const STATEMENTS = [
  `CREATE TABLE meeting_events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL)`,
  'CREATE INDEX meeting_events_meeting ON meeting_events (meeting, seq)',
  `CREATE TRIGGER meeting_events_no_update BEFORE UPDATE ON meeting_events
    BEGIN SELECT RAISE(ABORT, 'meeting_events is append-only'); END`,
  `CREATE TRIGGER meeting_events_no_delete BEFORE DELETE ON meeting_events
    BEGIN SELECT RAISE(ABORT, 'meeting_events is append-only'); END`,
  `CREATE TABLE prepared_criticism (
    id TEXT PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    author TEXT NOT NULL REFERENCES people (id),
    target TEXT NOT NULL REFERENCES people (id),
    aspect TEXT NOT NULL,
    text TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    spoken_as TEXT)`,
  'CREATE INDEX prepared_criticism_author ON prepared_criticism (meeting, author)',
  `CREATE TABLE projector_codes (
    meeting TEXT PRIMARY KEY REFERENCES meetings (id),
    code_hash TEXT NOT NULL UNIQUE,
    created_by TEXT NOT NULL REFERENCES people (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL)`,
  `CREATE TABLE material_versions (
    material TEXT NOT NULL REFERENCES materials (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT REFERENCES people (id),
    hash TEXT NOT NULL,
    blocks TEXT NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (material, number))`,
]

export const m0010Meeting: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
