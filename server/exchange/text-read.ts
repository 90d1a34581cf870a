/**
 * Bytes of a text file → text. Order: byte order mark → strict UTF-8 → UTF-16 by its pattern of bytes → GB18030. Detection by
 * statistics misjudges short GBK texts, so none is used; Big5 is never guessed, a person chooses it.
 */
import type { ImportFailure, TextEncoding } from '../ports/importer'
import type { Result } from '../../shared/result'
import { failed, ok } from '../../shared/result'

/** Some fifty times the longest material there is. */
export const MOST_TEXT_BYTES = 4 * 1024 * 1024
/** Of all characters: more than this and it was no text, or another encoding. */
const MOST_CONTROL_SHARE = 0.005
const SAMPLE_BYTES = 64 * 1024

const NAMES: Record<TextEncoding, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GBK',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  big5: 'Big5',
}

export function readText(bytes: Uint8Array, chosen?: TextEncoding): Result<string, ImportFailure> {
  if (bytes.length > MOST_TEXT_BYTES)
    return failed({ code: 'TOO_LARGE', message: `文本文件不能超过 ${MOST_TEXT_BYTES / 1024 / 1024} MB。` })
  if (chosen !== undefined) {
    const text = decode(bytes, chosen)
    return text === null ? failed({ code: 'BROKEN_FILE', message: `这个文件不是 ${NAMES[chosen]} 编码，请另选编码。` }) : ok(text)
  }
  for (const encoding of candidates(bytes)) {
    const text = decode(bytes, encoding)
    if (text !== null && looksLikeText(text) && !(encoding === 'utf-8' && isGbkByChance(text, bytes))) return ok(text)
  }
  return failed({ code: 'BROKEN_FILE', message: '认不出这个文件的文字编码。请用记事本另存为 UTF-8 再导入，或者选择编码。' })
}

function candidates(bytes: Uint8Array): TextEncoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return ['utf-8']
  const wide = wideEncoding(bytes)
  const hasZeros = bytes.subarray(0, SAMPLE_BYTES).includes(0)
  // Zero bytes are valid UTF-8, but no text has them.
  if (wide !== null) return hasZeros ? [wide] : ['utf-8', wide, 'gb18030']
  return hasZeros ? [] : ['utf-8', 'gb18030']
}

/** UTF-16 without a mark: every second byte is the high one, and those of Chinese text and ASCII lie in a few ranges. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  if (length < 4 || bytes.length % 2 !== 0) return null
  const plausible = [0, 0]
  for (let index = 0; index < length; index++) {
    const byte = bytes[index] ?? 0
    const other = bytes[index ^ 1] ?? 0
    const high = (byte >= 0x4e && byte <= 0x9f) || (byte === 0 && other !== 0) || byte === 0x30 || byte === 0xff || byte === 0x20
    if (high) plausible[index % 2] = (plausible[index % 2] ?? 0) + 1
  }
  const half = length / 2
  const [even = 0, odd = 0] = plausible.map((count) => count / half)
  if (odd > 0.95 && odd > even + 0.15) return 'utf-16le'
  if (even > 0.95 && even > odd + 0.15) return 'utf-16be'
  return null
}

/** Null where the bytes are not of that encoding. A character cut off at the very end (a broken download) is let pass. */
function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  for (const cut of [0, 1, 2, 3]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
    } catch {
      if (bytes.length <= cut + 8) return null
    }
  }
  return null
}

/** "学习" or "联通" alone in GBK is valid UTF-8, of Greek and Cyrillic letters. Chinese characters need three bytes there, never two. */
function isGbkByChance(text: string, bytes: Uint8Array): boolean {
  return /[\u0080-\u07ff]/.test(text) && !/[\u0800-\uffff]/.test(text) && /[\u4e00-\u9fff]/.test(decode(bytes, 'gb18030') ?? '')
}

function looksLikeText(text: string): boolean {
  let odd = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const control = code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 11 && code !== 12 && code !== 26
    // Unassigned corners that GB18030 maps any bytes to.
    if (control || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) odd += 1
  }
  return odd <= Math.max(2, text.length * MOST_CONTROL_SHARE)
}
