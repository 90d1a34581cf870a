/**
 * The format key under which y-tiptap keeps a mark that may overlap with others of its type: `insertion--<hash of the mark>`.
 * Who writes such marks without the editor (the server) must arrive at the same key.
 */
import * as buffer from 'lib0/buffer'
import * as sha256 from 'lib0/hash/sha256'

const HASH_BYTES = 6
const KEY = /^(.+)--[A-Za-z0-9+/=]{8}$/

/** `attrs` in the order of the editor's schema: the hash covers the mark as JSON. */
export function overlappingKey(mark: string, attrs: Record<string, unknown>): string {
  const digest = sha256.digest(buffer.encodeAny({ type: mark, attrs }))
  const folded = digest.slice(0, HASH_BYTES)
  for (let i = HASH_BYTES; i < digest.length; i++) folded[i % HASH_BYTES] = (folded[i % HASH_BYTES] ?? 0) ^ (digest[i] ?? 0)
  return `${mark}--${buffer.toBase64(folded)}`
}

/** The mark's name behind a format key. */
export function markOf(key: string): string {
  return KEY.exec(key)?.[1] ?? key
}
