/**
 * The data folder: everything the product keeps, in one place an operator can copy. One server at a time may use it; the
 * lock is a second SQLite file held in a transaction, so the operating system lets go of it even after SIGKILL.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { newToken } from '../platform/random'

/** A killed predecessor may need a moment to be gone. */
const LOCK_PATIENCE_MS = 3_000

export interface DataFolder {
  path: string
  database: string
  secretFile: string
}

export function dataFolder(path: string): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return { path, database: join(path, 'duizhao.db'), secretFile: join(path, 'session-secret') }
}

/** Signs the session cookies. Made at first start, readable by the owner only; without it everybody signs in anew. */
export function sessionSecret(folder: DataFolder): string {
  if (!existsSync(folder.secretFile)) {
    try {
      writeFileSync(folder.secretFile, `${newToken()}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // The command line and the server may both be the first: whoever came second reads what the other wrote.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
  chmodSync(folder.secretFile, 0o600)
  const secret = readFileSync(folder.secretFile, 'utf8').trim()
  if (secret.length < 32) throw new Error(`${folder.secretFile} is too short to be a secret; delete it to have a new one made`)
  return secret
}

/** @returns how to let go, or null if a server runs on this folder. */
export function lockFolder(folder: DataFolder, patienceMs = LOCK_PATIENCE_MS): (() => void) | null {
  const lock = new Database(join(folder.path, 'server.lock'), { timeout: patienceMs })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return null
    throw error
  }
  return () => {
    lock.exec('ROLLBACK')
    lock.close()
  }
}

/** Where the running server is reached, for the command line. Only worth something while the folder is locked. */
export function writeServerUrl(folder: DataFolder, url: string): () => void {
  const file = join(folder.path, 'server.url')
  writeFileSync(file, `${url}\n`)
  return () => rmSync(file, { force: true })
}

export function readServerUrl(folder: DataFolder): string | null {
  const file = join(folder.path, 'server.url')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}
