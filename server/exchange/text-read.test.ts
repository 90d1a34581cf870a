import { expect, test } from 'vitest'
import { importBytes } from './read-source'
import { MOST_TEXT_BYTES, readText } from './text-read'

const TEXT = '发言提纲\r\n一、存在的问题\r\n2024年学习12次，“学用结合”不够。'
/** "学习不够。abc" in encodings Node cannot write. */
const GBK = [0xd1, 0xa7, 0xcf, 0xb0, 0xb2, 0xbb, 0xb9, 0xbb, 0xa1, 0xa3, 0x61, 0x62, 0x63]
const BIG5 = [0xbe, 0xc7, 0xb2, 0xdf, 0xa4, 0xa3, 0xb0, 0xf7, 0xa1, 0x43, 0x61, 0x62, 0x63]

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 LE with a mark', utf16(TEXT, false, true)],
  ['UTF-16 BE with a mark', utf16(TEXT, true, true)],
  ['UTF-16 LE without', utf16(TEXT, false, false)],
  ['UTF-16 BE without', utf16(TEXT, true, false)],
])('%s', (_, bytes) => {
  expect(readText(bytes)).toEqual({ ok: true, value: TEXT })
})

test('GBK, also where a Chinese character is all there is', () => {
  expect(readText(Uint8Array.from(GBK))).toEqual({ ok: true, value: '学习不够。abc' })
  expect(readText(Uint8Array.from(GBK.slice(0, 4)))).toEqual({ ok: true, value: '学习' })
})

test('GB18030 characters of four bytes', () => {
  // 㐀 and 𠀀
  expect(readText(Uint8Array.from([0x81, 0x39, 0xee, 0x39, 0xb0, 0xa1, 0x95, 0x32, 0x82, 0x36]))).toEqual({
    ok: true,
    value: '㐀啊𠀀',
  })
})

test('Big5 only by choice', () => {
  expect(readText(Uint8Array.from(BIG5), 'big5')).toEqual({ ok: true, value: '學習不夠。abc' })
  const guessed = readText(Uint8Array.from(BIG5))
  expect(guessed.ok && guessed.value).not.toBe('學習不夠。abc')
})

test('a choice the bytes contradict is refused', () => {
  expect(readText(Uint8Array.from(GBK), 'utf-8')).toMatchObject({ ok: false, error: { code: 'BROKEN_FILE' } })
})

test('a character cut off at the end costs only itself', () => {
  const bytes = Buffer.from(TEXT)
  expect(readText(bytes.subarray(0, bytes.length - 1))).toEqual({ ok: true, value: TEXT.slice(0, -1) })
})

test('an empty file is an empty text', () => {
  expect(readText(new Uint8Array())).toEqual({ ok: true, value: '' })
})

const latin = (text: string) => Buffer.from(text, 'latin1')

test.each<[string, Uint8Array, string]>([
  ['a Word 97 or WPS file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'UNSUPPORTED_FILE'],
  ['PDF', latin('%PDF-1.7\n%âãÏÓ'), 'UNSUPPORTED_FILE'],
  ['RTF', latin('{\\rtf1\\ansi'), 'UNSUPPORTED_FILE'],
  ['a web page', latin('\n<!DOCTYPE html><html>'), 'UNSUPPORTED_FILE'],
  ['PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'UNSUPPORTED_FILE'],
  ['JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'UNSUPPORTED_FILE'],
  ['RAR', latin('Rar!\u001a\u0007'), 'UNSUPPORTED_FILE'],
  ['zero bytes', new Uint8Array(1000), 'BROKEN_FILE'],
  ['noise', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 31) & 255), 'BROKEN_FILE'],
  ['too much', new Uint8Array(MOST_TEXT_BYTES + 1).fill(0x61), 'TOO_LARGE'],
])('%s is refused', (_, bytes, code) => {
  const result = importBytes(bytes, { fileName: 'a.txt' })
  expect(result).toMatchObject({ ok: false, error: { code } })
  expect(result.ok ? '' : result.error.message).toMatch(/。$/)
})
