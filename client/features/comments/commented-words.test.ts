// @vitest-environment happy-dom
// Suggesting inside words that somebody has commented on.
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { setAnchor } from '../../../shared/comments/anchor'
import { anchorsIn } from '../../../shared/comments/testing/anchors'
import { rootOf } from '../../../shared/schema/ydoc'
import { textBlocksIn, textOfBlock } from '../../../shared/suggestions/block-edits'
import { type } from '../../editor/testing/type'
import { Meeting, type Person } from '../../editor/suggesting/testing/meeting'

let meeting: Meeting
afterEach(() => meeting.close())

/** Comments come from the server; here the editor's page stands in for it. */
function comment({ session: { doc } }: Person, from: number, to: number): void {
  const text = textOfBlock(textBlocksIn(rootOf(doc))[0] as Y.XmlElement) as unknown as Y.AbstractType<unknown>
  const at = (offset: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, offset))
  doc.transact(() => setAnchor(doc, 'thread', at(from), at(to)))
}

it('is never refused, and the thread keeps its words', () => {
  meeting = new Meeting([{ type: 'paragraph', runs: [{ text: '学习不够深入，检查较少。' }] }])
  const editor = meeting.join('editor01', { suggests: false })
  const member = meeting.join('member01', { suggests: true })
  comment(editor, 2, 6)
  meeting.deliver()
  member.at('深入')
  type(member.editor, '扎实')
  meeting.deliver()
  member.at('不够')
  type(member.editor, '还')
  meeting.deliver()
  member.at('深入', 'behind')
  type(member.editor, '呢')
  meeting.deliver()
  expect(meeting.refused).toEqual([])
  expect(meeting.objections).toEqual([])
  expect(meeting.differences()).toEqual([])
  expect(anchorsIn(rootOf(member.session.doc)).thread?.replace('扎实', '')).toBe('不够深入')
})

it('is not refused either where the comment comes at the same moment', () => {
  const texts = ['学', '习不', '够深', '入，', '检查较']
  for (const needle of texts) {
    for (const deed of ['type', 'replace', 'delete'] as const) {
      meeting = new Meeting([{ type: 'paragraph', runs: [{ text: '学习不够深入，检查较少。' }] }])
      const editor = meeting.join('editor01', { suggests: false })
      const member = meeting.join('member01', { suggests: true })
      comment(editor, 1, 6)
      if (deed === 'type') member.at(needle, 'behind')
      else member.at(needle, 'over')
      if (deed === 'delete') member.editor.view.dispatch(member.editor.state.tr.deleteSelection())
      else type(member.editor, '还')
      comment(editor, 3, 9)
      meeting.deliver()
      const at = `${deed} ${needle}`
      expect(meeting.refused, at).toEqual([])
      expect(meeting.differences(), at).toEqual([])
      expect(textsOf(meeting.after('reject')), at).toBe('学习不够深入，检查较少。')
      expect(anchorsIn(rootOf(member.session.doc)).thread, at).toBeTruthy()
      meeting.close()
    }
  }
})

function textsOf(blocks: ReturnType<Meeting['after']>): string {
  return blocks.map((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : '')).join('\n')
}
