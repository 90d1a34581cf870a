import type { UnreadableKind } from '../../shared/model/import-file'

/** What a file is by its first bytes; its name is only a hint for the message. */
export type FileKind = 'zip' | 'text' | UnreadableKind

const SIGNATURES: readonly [FileKind, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  // Word 97–2003 and WPS; also a .docx under a password.
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x42, 0x4d, 0x00]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['binary', [0x7f, 0x45, 0x4c, 0x46]],
  ['binary', [0x4d, 0x5a, 0x90, 0x00]],
]

export function fileKindOf(bytes: Uint8Array): FileKind {
  for (const [kind, signature] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return kind
  }
  const head = String.fromCharCode(...bytes.subarray(0, 512))
    .replace(/^ï»¿/, '')
    .trimStart()
    .toLowerCase()
  if (/^(?:<!doctype html|<html|<\?xml[^>]*>\s*(?:<\?mso-application|<html|<!doctype html)|mime-version:)/.test(head))
    return 'html'
  return 'text'
}

/** Why a kind cannot be read and what to do instead. */
export const REFUSALS: Record<UnreadableKind, string> = {
  ole: '这是旧版 .doc、.wps 文件，或者设了密码的文档。请用 Word 或 WPS 另存为不加密的 .docx 再导入。',
  pdf: '不能读取 PDF。请打开后复制文字粘贴，或转成 .docx 再导入。',
  rtf: '不能读取 RTF。请用 Word 或 WPS 另存为 .docx 再导入。',
  html: '这是网页文件。请打开后复制正文粘贴，或另存为 .docx 再导入。',
  image: '这是图片，里面没有可以读取的文字。',
  archive: '这是压缩包。请解压后导入里面的 .docx 或 .txt。',
  binary: '这不是文档，不能导入。',
}
