/**
 * Whoever wrote in a file that was imported, kept by the name the file gives and by nothing else: a name in a file proves nothing, so it
 * is never taken for a member's, not even where they are equal (docs/decisions/0012). The id says the name itself; no member's id
 * can look like it, since these have 21 characters and base64 after the prefix never comes to the 13 that would leave.
 */
import * as buffer from 'lib0/buffer'
import * as string from 'lib0/string'
import type { PersonId } from '../ids'

const PREFIX = 'foreign-'
/** Of UTF-8: fourteen Chinese characters. An author within a suggestion's id has at most 64 characters. */
const MOST_NAME_BYTES = 42
const NAMELESS = '作者不详'
/** What is not seen, or turns the direction of what is: a name could be made to look like another. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu

export function foreignAuthor(name: string): PersonId {
  return `${PREFIX}${buffer.toBase64UrlEncoded(string.encodeUtf8(cleanName(name)))}` as PersonId
}

/** The name behind `author`; null: it is a person of ours. */
export function foreignName(author: string): string | null {
  if (!author.startsWith(PREFIX)) return null
  const encoded = author.slice(PREFIX.length)
  if (!/^[A-Za-z0-9_-]+$/.test(encoded) || encoded.length % 4 === 1) return null
  try {
    return cleanName(string.decodeUtf8(buffer.fromBase64UrlEncoded(encoded)))
  } catch {
    return null
  }
}

function cleanName(name: string): string {
  const clean = name.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
  let kept = ''
  let bytes = 0
  for (const character of clean) {
    bytes += string.encodeUtf8(character).length
    if (bytes > MOST_NAME_BYTES) break
    kept += character
  }
  return kept.trim() || NAMELESS
}
