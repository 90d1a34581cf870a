/** What a document says about its comments. */
import type * as Y from 'yjs'
import { textBlocksIn, textsOf } from '../../suggestions/block-edits'
import { markOf } from '../../suggestions/mark-key'

/** The words under the mark of each thread, in the order of the text. */
export function anchorsIn(fragment: Y.XmlFragment): Record<string, string> {
  const found: Record<string, string> = {}
  for (const text of textBlocksIn(fragment).flatMap(textsOf)) {
    for (const { insert, attributes = {} } of text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]) {
      for (const [key, value] of Object.entries(attributes)) {
        if (markOf(key) !== 'comment') continue
        const thread = String((value as { thread?: unknown }).thread)
        found[thread] = (found[thread] ?? '') + insert
      }
    }
  }
  return found
}
