/** The parts of a .docx that are read, unpacked within bounds; whatever a hostile archive declares, no more than that is inflated. */
import { strFromU8, unzipSync } from 'fflate'
import type { Result } from '../../shared/result'
import { MOST_IMPORT_BYTES } from '../../shared/model/import-file'
import { failed, ok } from '../../shared/result'
import type { ImportFailure } from '../ports/importer'

const MOST_PARTS = 2000
const MOST_EXPANDED_BYTES = 50 * 1024 * 1024
/** One part of text: a material of a hundred thousand characters has about 5 MB of it. */
const MOST_PART_BYTES = 24 * 1024 * 1024
/** Beyond one megabyte nothing honest is packed tighter than this. */
const MOST_RATIO = 150
const RATIO_FROM_BYTES = 1024 * 1024

const WANTED =
  /^(?:\[Content_Types\]|_rels\/\.rels|word\/_rels\/[^/]+\.rels|word\/[^/]+)\.?(?:xml|rels)$|^_rels\/\.rels$|^\[Content_Types\]\.xml$/

export interface DocxParts {
  text(name: string): string | null
  /** Every part's name, read or not. */
  names: readonly string[]
}

export function unzipDocx(bytes: Uint8Array): Result<DocxParts, ImportFailure> {
  if (bytes.length > MOST_IMPORT_BYTES)
    return failed({ code: 'TOO_LARGE', message: `文档不能超过 ${MOST_IMPORT_BYTES / 1024 / 1024} MB。` })
  const names: string[] = []
  let expanded = 0
  let excess = false
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        names.push(name)
        const wanted = WANTED.test(name)
        if (wanted) expanded += originalSize
        excess ||=
          names.length > MOST_PARTS ||
          expanded > MOST_EXPANDED_BYTES ||
          (wanted && (originalSize > MOST_PART_BYTES || (originalSize > RATIO_FROM_BYTES && originalSize > size * MOST_RATIO)))
        return wanted && !excess
      },
    })
  } catch {
    return failed({
      code: excess ? 'TOO_LARGE' : 'BROKEN_FILE',
      message: '文档已损坏，不能打开。请用 Word 或 WPS 打开后重新保存再导入。',
    })
  }
  if (excess) return failed({ code: 'TOO_LARGE', message: '文档展开后过大，不能导入。' })
  if (!names.includes('[Content_Types].xml')) {
    return failed({ code: 'UNSUPPORTED_FILE', message: '这是压缩包，不是 .docx 文档。请解压后导入里面的文件。', kind: 'archive' })
  }
  return ok({
    names,
    text: (name) => {
      const part = parts[name]
      return part === undefined ? null : decoded(part)
    },
  })
}

/** XML is UTF-8, or UTF-16 with a mark. */
function decoded(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part)
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part)
  return strFromU8(part)
}
