/** A .docx → what the recogniser reads, and what of it could not be carried over. */
import type { Element } from '@xmldom/xmldom'
import type { ReportItem } from '../../shared/outline/document-outline'
import type { SourceParagraph } from '../../shared/outline/source'
import type { Result } from '../../shared/result'
import type { Block } from '../../shared/schema/blocks'
import { failed, ok } from '../../shared/result'
import type { ImportFailure } from '../ports/importer'
import { BodyReader } from './docx-body'
import { Losses } from './docx-losses'
import { readOwnBody } from './docx-own'
import { ListNumbers, readLists } from './docx-numbers'
import { readStyles } from './docx-styles'
import { attributeOf, childOf, childrenOf, parseXml } from './docx-xml'
import type { DocxParts } from './docx-zip'
import { unzipDocx } from './docx-zip'

export interface DocxContent {
  paragraphs: SourceParagraph[]
  /** The material itself, where the file is one of ours: nothing is left to recognise. */
  blocks: Block[] | null
  report: ReportItem[]
}

const DEFAULT_DOCUMENT = 'word/document.xml'

export function readDocx(bytes: Uint8Array): Result<DocxContent, ImportFailure> {
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
  const own = readOwnBody(body, styles)
  if (own !== null) {
    countHeaders(parts, folder, own.losses)
    return ok({ paragraphs: [], blocks: own.blocks, report: own.losses.report() })
  }
  const losses = new Losses()
  const reader = new BodyReader(readStyles(styles), new ListNumbers(readLists(parsed(parts, `${folder}numbering.xml`))), losses)
  const paragraphs = reader.read(body)
  countHeaders(parts, folder, losses)
  return ok({ paragraphs, blocks: null, report: losses.report() })
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
