/**
 * "Is this still what I made it from?" answered by content, not by time: a `touch` or a fresh checkout rebuilds nothing, and an
 * edit that was taken back needs no build either.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @returns a hash over the names and contents of `files` (missing ones count as such) and the `facts` */
export function fingerprint(root, files, facts = []) {
  const hash = createHash('sha256')
  for (const fact of facts) hash.update(`${fact}\0`)
  for (const file of files) {
    const path = join(root, file)
    hash.update(`${file}\0`)
    hash.update(existsSync(path) ? readFileSync(path) : '(missing)')
    hash.update('\0')
  }
  return hash.digest('hex')
}

/** @returns the text of a stamp file, or `''` */
export function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
