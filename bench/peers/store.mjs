/** `node store.mjs leveldb|sqlite FOLDER FILE COUNT`: puts the document in FILE into a peer's storage, as room-0, room-1 … */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , kind, folder, file, rooms] = process.argv
const state = new Uint8Array(readFileSync(file))
const names = Array.from({ length: Number(rooms) }, (_, room) => `room-${room}`)
if (kind === 'leveldb') await intoLeveldb()
else await intoSqlite()

async function intoLeveldb() {
  const { LeveldbPersistence } = await import('y-leveldb')
  const persistence = new LeveldbPersistence(folder)
  for (const name of names) await persistence.storeUpdate(name, state)
  await persistence.destroy()
}

/** The table that the extension makes for itself. */
async function intoSqlite() {
  const { default: Database } = await import('better-sqlite3')
  const database = new Database(join(folder, 'hocuspocus.sqlite'))
  database.exec('CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))')
  const insert = database.prepare('INSERT INTO "documents" ("name", "data") VALUES (?, ?)')
  database.transaction(() => {
    for (const name of names) insert.run(name, Buffer.from(state))
  })()
  database.close()
}
