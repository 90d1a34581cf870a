/** A .docx → what the recogniser reads, or the material itself where the file is one of ours, with its threads and what of it could not be carried over. */
import type { Element } from '@xmldom/xmldom'
import type { SourceParagraph } from '../../shared/outline/source'
import type { Result } from '../../shared/result'
import { failed, ok } from '../../shared/result'
import type { RichBlock } from '../../shared/suggestions/rich-text'
import type { ImportedThread, ImportFailure } from '../ports/importer'
import { BodyReader } from './docx-body'
import { Losses } from './docx-losses'
import { Notes } from './docx-notes'
import { ListNumbers, readLists } from './docx-numbers'
import { isOurs, readOwnBody } from './docx-own'
import { revisionReader } from './docx-revisions'
import type { ReadingContext } from './docx-runs'
import { readStyles } from './docx-styles'
import { readThreads, ThreadPlaces } from './docx-threads'
import { attributeOf, childOf, childrenOf, parseXml } from './docx-xml'
import type { DocxParts } from './docx-zip'
import { unzipDocx } from './docx-zip'

export interface DocxContent {
  content: { kind: 'own'; text: RichBlock[] } | { kind: 'read'; paragraphs: SourceParagraph[]; notes: Notes }
  threads: ImportedThread[]
  losses: Losses
}

const DEFAULT_DOCUMENT = 'word/document.xml'

export function readDocx(bytes: Uint8Array, offset = 0): Result<DocxContent, ImportFailure> {
  const unzipped = unzipDocx(bytes)
  if (!unzipped.ok) return unzipped
  const parts = unzipped.value
  const name = documentPart(parts)
  const text = parts.text(name)
  if (text === null) {
    const other = parts.names.some((part) => /^(?:xl|ppt)\//.test(part))
    return failed({
      code: 'UNSUPPORTED_FILE',
      message: other ? '这是表格或演示文稿，不是 .docx 文档。' : '这个压缩包里没有 Word 正文，不是 .docx 文档。',
    })
  }
  const body = childOf(parseXml(text), 'body')
  if (body === null)
    return failed({ code: 'BROKEN_FILE', message: '文档正文已损坏或含有不允许的内容，不能读取。请用 Word 或 WPS 另存后再导入。' })
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const styles = parsed(parts, `${folder}styles.xml`)
  const own = isOurs(styles) ? readWith((context) => readOwnBody(body, context), parts, folder, offset) : null
  if (own !== null && own.read !== null) return ok({ ...own, content: { kind: 'own', text: own.read } })
  const notes = new Notes()
  const lists = new ListNumbers(readLists(parsed(parts, `${folder}numbering.xml`)))
  const read = readWith((context) => new BodyReader(readStyles(styles), lists, context, notes).read(body), parts, folder, offset)
  return ok({ ...read, content: { kind: 'read', paragraphs: read.read, notes } })
}

/** Threads and losses are counted anew for each reading. */
function readWith<Read>(
  reading: (context: ReadingContext) => Read,
  parts: DocxParts,
  folder: string,
  offset: number,
): { read: Read; threads: ImportedThread[]; losses: Losses } {
  const losses = new Losses()
  const comments = parsed(parts, `${folder}comments.xml`)
  const threads = readThreads(comments, parsed(parts, `${folder}commentsExtended.xml`), offset, losses)
  const places = new ThreadPlaces(threads, losses)
  const read = reading({ losses, places, revisionOf: revisionReader(offset) })
  countHeaders(parts, folder, losses)
  return { read, threads: [...new Set(threads.values())], losses }
}

/** A part that only adds to the text may be broken or absent. */
function parsed(parts: DocxParts, name: string): Element | null {
  const text = parts.text(name)
  return text === null ? null : parseXml(text)
}

function documentPart(parts: DocxParts): string {
  const relations = parsed(parts, '_rels/.rels')
  for (const relation of relations === null ? [] : childrenOf(relations)) {
    if (!(attributeOf(relation, 'Type') ?? '').endsWith('/officeDocument')) continue
    const target = (attributeOf(relation, 'Target') ?? '').replace(/^\//, '')
    if (parts.text(target) !== null) return target
  }
  return DEFAULT_DOCUMENT
}

/** Headers and footers that hold more than a page number. */
function countHeaders(parts: DocxParts, folder: string, losses: Losses): void {
  for (const name of parts.names) {
    if (!name.startsWith(folder) || !/^(?:header|footer)\d*\.xml$/.test(name.slice(folder.length))) continue
    const text = (parsed(parts, name)?.textContent ?? '').replace(/PAGE|NUMPAGES|MERGEFORMAT/g, '').trim()
    if (/[\u4e00-\u9fffA-Za-z]{2}/.test(text)) losses.add('header', text)
  }
}
