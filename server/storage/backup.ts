/** Copies of the database that are known to be good: made while it is in use, checked before they are believed. */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import Database from 'libsql'
import { MIGRATIONS } from './migrations/all'

/** What an operator compares by eye after a backup or a restore. */
const COUNTED = ['people', 'meetings', 'materials', 'update_log', 'audit'] as const
export type RowCounts = Record<(typeof COUNTED)[number], number>

/** Writes a consistent copy of `source` to `target`, which must not exist. Nobody who writes in the meantime is stopped. */
export function copyDatabase(source: string, target: string): void {
  const db = new Database(source, { timeout: 10_000 })
  try {
    db.prepare('VACUUM INTO ?').run([target])
  } finally {
    db.close()
  }
  const file = openSync(target, 'r+')
  fsyncSync(file)
  closeSync(file)
}

/** Reads every page of `file` and follows every reference; throws with what is wrong. */
export function verifyDatabase(file: string): RowCounts {
  const db = new Database(file)
  try {
    const [integrity] = rows(db, 'PRAGMA integrity_check')
    if (integrity?.integrity_check !== 'ok') throw new Error(`integrity check: ${String(integrity?.integrity_check)}`)
    if (rows(db, 'PRAGMA foreign_key_check').length > 0) throw new Error('some rows refer to rows that are not there')
    const known = new Set(MIGRATIONS.map(([name]) => name))
    const newer = rows(db, 'SELECT name FROM migrations').find(({ name }) => !known.has(String(name)))
    if (newer !== undefined) throw new Error(`it was written by a newer version (${String(newer.name)})`)
    const counts = COUNTED.map((table) => [table, Number(rows(db, `SELECT count(*) AS n FROM ${table}`)[0]?.n)])
    return Object.fromEntries(counts) as RowCounts
  } finally {
    db.close()
  }
}

/** Whether a team lives in `file`; an empty database that was only started once holds nothing to lose. */
export function holdsTeam(file: string): boolean {
  const db = new Database(file)
  try {
    return rows(db, 'SELECT id FROM team').length > 0
  } catch {
    // No such table, or no database at all: nothing of ours, but not ours to throw away either.
    return true
  } finally {
    db.close()
  }
}

/** Brings what still lies in the write-ahead log into the file itself. */
export function settle(file: string): void {
  const db = new Database(file)
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

function rows(db: Database.Database, query: string): Record<string, unknown>[] {
  return db.prepare(query).all([]) as Record<string, unknown>[]
}
