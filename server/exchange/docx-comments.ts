/** Threads as Word keeps them: one comment each remark, tied to the first of its thread, with whether it is settled. */
import type { ExportedThread } from '../ports/exporter'
import { NAMESPACES, XML } from './docx-parts'
import { escaped } from './xml-text'

export interface PlacedComment {
  id: number
  author: string
  at: number
  text: string
}

export function commentParts(
  threads: readonly ExportedThread[],
  placed: ReadonlyMap<string, readonly PlacedComment[]>,
  timeOf: (at: number) => string,
): Record<string, string> {
  let comments = ''
  let extended = ''
  for (const { id, resolved } of threads) {
    const own = placed.get(id) ?? []
    for (const [index, comment] of own.entries()) {
      const paragraphs = comment.text.split('\n')
      const body = paragraphs.map((text, line) => {
        const isLast = line === paragraphs.length - 1
        return `<w:p${isLast ? ` w14:paraId="${paragraphId(comment.id)}"` : ''}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
      })
      comments += `<w:comment w:id="${comment.id}" w:author="${escaped(comment.author)}" w:date="${timeOf(comment.at)}" w:initials="${escaped([...comment.author][0] ?? '')}">${body.join('')}</w:comment>`
      const parent = index === 0 ? '' : ` w15:paraIdParent="${paragraphId(own[0]?.id ?? 0)}"`
      extended += `<w15:commentEx w15:paraId="${paragraphId(comment.id)}"${parent} w15:done="${resolved ? 1 : 0}"/>`
    }
  }
  return {
    'word/comments.xml': `${XML}<w:comments ${NAMESPACES}>${comments}</w:comments>`,
    'word/commentsExtended.xml': `${XML}<w15:commentsEx ${NAMESPACES}>${extended}</w15:commentsEx>`,
  }
}

/** Eight hexadecimal digits below 80000000, and never 0. */
function paragraphId(comment: number): string {
  return (0x10000000 + comment).toString(16).toUpperCase()
}
