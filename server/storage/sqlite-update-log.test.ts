import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { MaterialId } from '../../shared/ids'
import { updateLogContract } from '../testing/update-log-contract'
import { migrate } from './db'
import { openLogFile } from './log-file'
import { SnapshotStore } from './snapshot-store'
import { openUpdateLog } from './sqlite-update-log'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-log-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0

async function freshFile(): Promise<string> {
  count += 1
  const file = join(folder, `${count}.db`)
  await migrate(file)
  return file
}

updateLogContract('SQLite', async () => openUpdateLog({ file: await freshFile() }))

test('a row that Yjs cannot apply is set aside and the rest stays readable', async () => {
  const file = await freshFile()
  const log = openUpdateLog({ file })
  const room = 'room-0001' as MaterialId
  const at = 1_700_000_000_000
  // Structurally an update, but its struct names a parent type that does not exist.
  await log.append([{ room, actor: null, at, update: new Uint8Array([1, 1, 5, 0, 7, 1, 1, 116, 99, 0]) }])
  await log.append([{ room, actor: null, at, update: new Uint8Array([1, 1, 9, 0, 4, 1, 1, 116, 3, 230, 150, 135, 0]) }])
  await log.close()
  const db = openLogFile(file)
  const text = new SnapshotStore(db).withDocument(room, (doc) => doc.getText('t').toString())
  expect(text).toBe('文')
  expect(db.prepare('SELECT count(*) AS n FROM update_quarantine').get([])).toMatchObject({ n: 1 })
  db.close()
})
