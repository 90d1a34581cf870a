import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditEntry } from '../ports/records'
import { copyDatabase, holdsTeam, verifyDatabase } from './backup'
import { migrate, openDatabase } from './db'
import { MIGRATIONS } from './migrations/all'
import { createRecords } from './records/records'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-db-'))
  file = join(folder, 'duizhao.db')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = promisify(execFile)

/** In a process of its own: a connection that waits for the lock holds up its thread. */
async function migrateElsewhere(database: string): Promise<string[]> {
  const module = fileURLToPath(new URL('./db.ts', import.meta.url))
  const script = `import(${JSON.stringify(module)}).then(({ migrate }) => migrate(${JSON.stringify(database)})).then((ran) => process.stdout.write(JSON.stringify(ran)))`
  const { stdout } = await run(process.execPath, ['--import', 'tsx', '--eval', script])
  return JSON.parse(stdout)
}

const ENTRY: AuditEntry = { at: 1, actor: null, actorName: '', action: 'test', target: '', result: 'ok' }

describe('migrate', () => {
  it('runs each step once, also when two processes start at the same time', async () => {
    const ran = await Promise.all([migrateElsewhere(file), migrateElsewhere(file)])
    expect(ran.flat()).toEqual(MIGRATIONS.map(([name]) => name))
    expect(await migrate(file)).toEqual([])
  })

  it('refuses a file of a newer version', async () => {
    await migrate(file)
    const { untyped, close } = openDatabase(file)
    await sql`INSERT INTO migrations (name) VALUES ('m9999-tomorrow')`.execute(untyped)
    await close()
    await expect(migrate(file)).rejects.toThrow(/newer version/)
  })

  it('is safe to commit to: every commit waits for the disk', async () => {
    await migrate(file)
    const { untyped, close } = openDatabase(file)
    const { rows } = await sql`PRAGMA journal_mode`.execute(untyped)
    const synchronous = await sql`PRAGMA synchronous`.execute(untyped)
    await close()
    expect([rows, synchronous.rows]).toMatchObject([[{ journal_mode: 'wal' }], [{ synchronous: 2 }]])
  })
})

describe('the audit', () => {
  it('cannot be changed or shortened, not even by hand', async () => {
    await migrate(file)
    const { db, untyped, close } = openDatabase(file)
    const { audit } = createRecords(db)
    await audit.append(ENTRY)
    await expect(sql`UPDATE audit SET actor_name = 'somebody else'`.execute(untyped)).rejects.toThrow(/append-only/)
    await expect(sql`DELETE FROM audit`.execute(untyped)).rejects.toThrow(/append-only/)
    await expect(
      sql`INSERT OR REPLACE INTO audit SELECT seq, 2, actor, 'x', action, target, result FROM audit`.execute(untyped),
    ).rejects.toThrow()
    expect(await audit.list({ limit: 10 })).toEqual([{ ...ENTRY, seq: 1 }])
    await close()
  })
})

describe('a transaction', () => {
  it('is all or nothing, and survives another connection committing beside it', async () => {
    await migrate(file)
    const one = openDatabase(file)
    const other = openDatabase(file)
    const records = createRecords(one.db)
    const failing = records.transaction(async (inside) => {
      await inside.team.create('某局', 1)
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect(await records.team.name()).toBeNull()
    await createRecords(other.db).audit.append(ENTRY)
    await records.transaction(async (inside) => {
      expect(await inside.team.name()).toBeNull()
      await inside.team.create('某局', 1)
    })
    expect(await records.team.name()).toBe('某局')
    await Promise.all([one.close(), other.close()])
  })
})

describe('a copy', () => {
  it('is whole although somebody writes, and a damaged one is found out', async () => {
    await migrate(file)
    const { db, close } = openDatabase(file)
    const { audit, team } = createRecords(db)
    expect(holdsTeam(file)).toBe(false)
    await team.create('某局', 1)
    await audit.append(ENTRY)
    const copy = join(folder, 'copy.db')
    copyDatabase(file, copy)
    await audit.append(ENTRY)
    expect(verifyDatabase(copy)).toMatchObject({ audit: 1, people: 0 })
    expect(holdsTeam(copy)).toBe(true)
    expect(() => copyDatabase(file, copy)).toThrow()
    await close()
    rmSync(copy)
    writeFileSync(copy, 'not a database at all, however long it may be')
    expect(() => verifyDatabase(copy)).toThrow()
  })
})
