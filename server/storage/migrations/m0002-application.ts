/** Team, people, meetings, materials and what signing in needs. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

const STATEMENTS = [
  `CREATE TABLE team (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL)`,
  `CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    username TEXT NOT NULL,
    username_key TEXT NOT NULL UNIQUE,
    color INTEGER NOT NULL,
    admin_roles TEXT NOT NULL,
    joined_at INTEGER,
    created_at INTEGER NOT NULL)`,
  `CREATE TABLE meetings (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    year INTEGER NOT NULL,
    theme TEXT NOT NULL,
    day TEXT NOT NULL,
    place TEXT NOT NULL,
    stage TEXT NOT NULL,
    template_id TEXT NOT NULL,
    collective_outline TEXT NOT NULL,
    individual_outline TEXT NOT NULL,
    members_read_approved INTEGER NOT NULL,
    created_at INTEGER NOT NULL)`,
  `CREATE TABLE meeting_members (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    person TEXT NOT NULL REFERENCES people (id),
    post TEXT NOT NULL,
    roles TEXT NOT NULL,
    UNIQUE (meeting, person))`,
  'CREATE INDEX meeting_members_person ON meeting_members (person)',
  `CREATE TABLE materials (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    kind TEXT NOT NULL,
    owner TEXT REFERENCES people (id),
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    opened_to TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((kind = 'collective') = (owner IS NULL)))`,
  "CREATE UNIQUE INDEX materials_one_each ON materials (meeting, coalesce(owner, ''))",
  `CREATE TABLE material_progress (
    material TEXT PRIMARY KEY REFERENCES materials (id),
    written INTEGER NOT NULL,
    total INTEGER NOT NULL,
    chars INTEGER NOT NULL,
    computed_at INTEGER NOT NULL)`,
  `CREATE TABLE invitations (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    created_by TEXT REFERENCES people (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    spent_at INTEGER)`,
  'CREATE INDEX invitations_person ON invitations (person)',
  `CREATE TABLE lockouts (
    username_key TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_failure_at INTEGER NOT NULL,
    locked_until INTEGER)`,
  `CREATE TABLE session_activity (
    session TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    last_at INTEGER NOT NULL)`,
  'CREATE INDEX session_activity_person ON session_activity (person)',
  `CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('ok', 'refused')))`,
  // The log of who did what: the database itself refuses to change a line.
  `CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
  `CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
  // REPLACE deletes without asking the trigger above.
  `CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
]

export const m0002Application: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
