/**
 * The one database file: opened here, brought forward here. Several connections use it at once (this one, the update log's
 * writer, the command line), so each waits its turn for a while instead of failing.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  sql,
} from 'kysely'
import Database from 'libsql'
import { MIGRATIONS } from './migrations/all'
import type { Tables } from './tables'

/** How long a connection waits for another's write transaction. */
const BUSY_TIMEOUT_MS = 10_000
const MAX_PREPARED = 500

export interface OpenDatabase {
  db: Kysely<Tables>
  /** The same, for a library that brings its own tables. */
  untyped: Kysely<unknown>
  close(): Promise<void>
}

export function openDatabase(file: string): OpenDatabase {
  const connection = new Database(file, { timeout: BUSY_TIMEOUT_MS })
  connection.exec('PRAGMA journal_mode = WAL')
  connection.exec('PRAGMA synchronous = FULL')
  connection.exec('PRAGMA foreign_keys = ON')
  const db = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: remembering(connection) }) })
  return { db, untyped: db as unknown as Kysely<unknown>, close: () => db.destroy() }
}

/** A statement is prepared once: for the small queries of every request that costs as much as running it. */
function remembering(connection: Database.Database): SqliteDatabase {
  const prepared = new Map<string, Database.Statement>()
  return {
    close: () => connection.close(),
    prepare(text) {
      const known = prepared.get(text)
      if (known !== undefined) return known
      // Lists of values make texts without end.
      if (prepared.size >= MAX_PREPARED) prepared.clear()
      const statement = connection.prepare(text)
      prepared.set(text, statement)
      return statement
    },
  }
}

/**
 * A transaction takes the write lock at its first word. Begun as a reader, it could not become a writer once another
 * connection has committed in between: SQLite answers that with BUSY at once, whatever the timeout.
 */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config)
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** Brings `file` forward. Takes the write lock before it looks, so that two processes starting at once do not both migrate. */
export async function migrate(file: string): Promise<string[]> {
  const { untyped, close } = openDatabase(file)
  try {
    return await untyped.connection().execute(async (connection) => {
      await sql`BEGIN IMMEDIATE`.execute(connection)
      try {
        const ran = await runMissing(connection)
        await sql`COMMIT`.execute(connection)
        return ran
      } catch (error) {
        await sql`ROLLBACK`.execute(connection)
        throw error
      }
    })
  } finally {
    await close()
  }
}

async function runMissing(db: Kysely<unknown>): Promise<string[]> {
  await sql`CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)`.execute(db)
  const { rows } = await sql<{ name: string }>`SELECT name FROM migrations`.execute(db)
  const done = new Set(rows.map((row) => row.name))
  const known = new Set(MIGRATIONS.map(([name]) => name))
  const foreign = [...done].find((name) => !known.has(name))
  if (foreign !== undefined)
    throw new Error(`The data folder was written by a newer version (it has ${foreign}); start that version`)
  const missing = MIGRATIONS.filter(([name]) => !done.has(name))
  for (const [name, migration] of missing) {
    await migration.up(db)
    await sql`INSERT INTO migrations (name) VALUES (${name})`.execute(db)
  }
  return missing.map(([name]) => name)
}
