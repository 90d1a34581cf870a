/** A document's state → the bytes of a file. Runs in the export worker. */
import { strToU8 } from 'fflate'
import * as Y from 'yjs'
import { plainText } from '../../shared/outline/plain-text'
import { blocksUnder } from '../../shared/suggestions/view'
import type { ExportTask } from '../ports/exporter'
import { writeDocx } from './docx-write'
import { richDocument } from './rich-document'
import { richOf } from '../../shared/suggestions/rich-text'

/** By it every editor on Windows knows the text for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

export function fileOf(task: ExportTask): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, task.state)
  if (task.format === 'docx' && task.way === 'revisions') return writeDocx(richDocument(doc, task), task)
  const blocks = blocksUnder(doc, task.way === 'with' ? 'final' : 'original')
  if (task.format === 'txt') return strToU8(`${BYTE_ORDER_MARK}${plainText(blocks).replaceAll('\n', '\r\n')}\r\n`)
  return writeDocx(richOf(blocks), { ...task, threads: [] })
}
