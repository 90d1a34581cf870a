/** A file of any readable kind → a recognised material. Runs in the import worker; the command line calls it directly. */
import type { SourceParagraph } from '../../shared/outline/source'
import { recognise } from '../../shared/outline/recognise'
import type { Result } from '../../shared/result'
import { failed, ok } from '../../shared/result'
import type { ImportedMaterial, ImportFailure, ImportOptions } from '../ports/importer'
import type { DocxContent } from './docx-read'
import { readDocx } from './docx-read'
import { fileKindOf, REFUSALS } from './file-kind'
import { readText } from './text-read'

export function importBytes(bytes: Uint8Array, options: ImportOptions): Result<ImportedMaterial, ImportFailure> {
  const source = readSource(bytes, options)
  if (!source.ok) return source
  if (source.value.blocks !== null) return ok({ blocks: source.value.blocks, report: source.value.report })
  const { paragraphs, report } = source.value
  const recognised = recognise(paragraphs)
  return ok({ blocks: recognised.blocks, report: [...report, ...recognised.report] })
}

function readSource(
  bytes: Uint8Array,
  options: ImportOptions,
): Result<Omit<DocxContent, 'paragraphs'> & { paragraphs: string | SourceParagraph[] }, ImportFailure> {
  const kind = fileKindOf(bytes)
  if (kind === 'zip') return readDocx(bytes)
  if (kind !== 'text') return failed({ code: 'UNSUPPORTED_FILE', message: REFUSALS[kind] })
  if (/\.docx$/i.test(options.fileName ?? ''))
    return failed({ code: 'BROKEN_FILE', message: '文档已损坏，不能打开。请用 Word 或 WPS 打开后重新保存再导入。' })
  const text = readText(bytes, options.encoding)
  return text.ok ? ok({ paragraphs: text.value, blocks: null, report: [] }) : text
}
