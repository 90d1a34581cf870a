/** A file of any readable kind → a recognised material. Runs in the import worker; the command line calls it directly. */
import { recognise } from '../../shared/outline/recognise'
import type { Result } from '../../shared/result'
import { failed, ok } from '../../shared/result'
import { type RichBlock, richOf } from '../../shared/suggestions/rich-text'
import type { ImportedMaterial, ImportFailure, ImportOptions } from '../ports/importer'
import type { DocxContent } from './docx-read'
import { readDocx } from './docx-read'
import { fileKindOf, REFUSALS } from './file-kind'
import { richFromNotes } from './noted-blocks'
import { placedThreads } from './placed-threads'
import { isTouched, numberParts, everyParagraph } from './suggestion-parts'
import { plainBlocks, taken } from './taken'
import { readText } from './text-read'

/** Each is one or more marks in the shared document; a file with more was not changed by people. */
const MOST_CHANGES = 20_000

export function importBytes(bytes: Uint8Array, options: ImportOptions): Result<ImportedMaterial, ImportFailure> {
  const source = readSource(bytes, options)
  if (!source.ok) return source
  if (typeof source.value !== 'string') return ok(materialOf(source.value))
  const { blocks, report } = recognise(source.value)
  return ok({ blocks, text: richOf(blocks), threads: [], suggestions: 0, report })
}

function materialOf({ content, threads, losses }: DocxContent): ImportedMaterial {
  if (content.kind === 'own') return { ...settled(content.text, threads, losses, true), report: losses.report() }
  const { blocks, report } = recognise(content.paragraphs)
  const text = richFromNotes(blocks, content.notes)
  const { count, excerpt } = content.notes.left()
  if (count > 0) losses.add('suggestion', excerpt, count)
  const material = settled(text, threads, losses, false)
  return { ...material, report: [...losses.report(), ...report] }
}

function settled(
  read: RichBlock[],
  found: DocxContent['threads'],
  losses: DocxContent['losses'],
  isOurs: boolean,
): Omit<ImportedMaterial, 'report'> {
  const changes = everyParagraph(read).reduce((sum, { pieces }) => sum + pieces.filter(isTouched).length, 0)
  const isTooMuch = changes > MOST_CHANGES
  if (isTooMuch) losses.add('manySuggestions', '', changes)
  const text = isTooMuch ? taken(read) : read
  const suggestions = numberParts(text)
  const threads = placedThreads(text, found, isOurs)
  if (threads.length < found.length) losses.add('comment', '', found.length - threads.length)
  return { blocks: plainBlocks(text), text, threads, suggestions }
}

function readSource(bytes: Uint8Array, options: ImportOptions): Result<DocxContent | string, ImportFailure> {
  const kind = fileKindOf(bytes)
  if (kind === 'zip') return readDocx(bytes, options.offset)
  if (kind !== 'text') return failed({ code: 'UNSUPPORTED_FILE', message: REFUSALS[kind], kind })
  if (/\.docx$/i.test(options.fileName ?? ''))
    return failed({ code: 'BROKEN_FILE', message: '文档已损坏，不能打开。请用 Word 或 WPS 打开后重新保存再导入。' })
  return readText(bytes, options.encoding)
}
