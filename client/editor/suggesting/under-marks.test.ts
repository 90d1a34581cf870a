// @vitest-environment happy-dom
/** An editor's words beside a suggester's at the same moment: they are never part of what is proposed. */
import { afterEach, describe, expect, test } from 'vitest'
import { type Block, plain } from '../../../shared/schema/blocks'
import { erase, press, type } from '../testing/type'
import { Meeting, type Person } from './testing/meeting'

const p = (text: string): Block => ({ type: 'paragraph', runs: plain(text) })

const meetings: Meeting[] = []
afterEach(() => {
  for (const meeting of meetings.splice(0)) meeting.close()
})

function open(editorFirst: boolean) {
  const meeting = new Meeting([{ type: 'title', runs: plain('材料') }, p('学习深入。')])
  meetings.push(meeting)
  const join = (id: string) => meeting.join(id, { suggests: id === 'wang' })
  const [one, other] = editorFirst ? [join('zhao'), join('wang')] : [join('wang'), join('zhao')]
  const [wang, zhao] = editorFirst ? [other, one] : [one, other]
  wang.at('深入')
  type(wang.editor, '不够很')
  meeting.deliver()
  return { meeting, wang, zhao }
}

type Deed = (person: Person) => void
const takesAllBack: Deed = (wang) => {
  wang.at('很', 'behind')
  erase(wang.editor, 3)
}
const takesTheEndBack: Deed = (wang) => {
  wang.at('很', 'behind')
  erase(wang.editor, 1)
}
const typesOn: Deed = (wang) => {
  wang.at('很', 'behind')
  type(wang.editor, '是')
}
const retypes: Deed = (wang) => {
  takesAllBack(wang)
  type(wang.editor, '够')
}
const inside: Deed = (zhao) => {
  zhao.at('够很')
  type(zhao.editor, '大')
}
const behind: Deed = (zhao) => {
  zhao.at('很', 'behind')
  type(zhao.editor, '大')
}
const before: Deed = (zhao) => {
  zhao.at('不')
  type(zhao.editor, '不')
}
const theSame: Deed = (zhao) => {
  zhao.at('够很')
  type(zhao.editor, '够')
}

const SUGGESTER = { takesAllBack, takesTheEndBack, typesOn, retypes }
const EDITOR = { inside, behind, before, theSame }

describe.each([true, false])('editor has the smaller id: %s', (editorFirst) => {
  describe.each([true, false])('editor’s change arrives first: %s', (editorSooner) => {
    for (const [suggests, proposes] of Object.entries(SUGGESTER)) {
      for (const [edits, writes] of Object.entries(EDITOR)) {
        test(`suggester ${suggests}, editor ${edits}`, () => {
          const { meeting, wang, zhao } = open(editorFirst)
          const deeds = [() => proposes(wang), () => writes(zhao)]
          for (const deed of editorSooner ? deeds.reverse() : deeds) deed()
          meeting.deliver()
          expect(meeting.differences()).toEqual([])
          expect(meeting.refused).toEqual([])
          const word = edits === 'before' ? '不' : edits === 'theSame' ? '够' : '大'
          expect(meeting.after('reject')[1]).toEqual(p(`学习${word}深入。`))
        })
      }
    }
  })
})

test('an editor who takes back having deleted a proposal brings the proposal back, not its words', () => {
  const { meeting, zhao } = open(true)
  zhao.at('不够很', 'over')
  press(zhao.editor, 'Backspace')
  meeting.deliver()
  expect(meeting.cards()).toEqual([])
  zhao.editor.commands.undo()
  meeting.deliver()
  expect(meeting.cards()).toMatchObject([{ inserted: '不够很' }])
  expect(meeting.after('reject')[1]).toEqual(p('学习深入。'))
})

test.each(['accept', 'reject'] as const)(
  'a decision (%s) and an editor who types inside the proposal at the same moment',
  (decision) => {
    for (const deed of [inside, behind, before, theSame]) {
      const { meeting, zhao } = open(true)
      deed(zhao)
      meeting.decideFirst(decision)
      expect(meeting.differences()).toEqual([])
      expect(meeting.cards()).toEqual([])
      const [, block] = meeting.blocks()
      expect(block?.type === 'paragraph' && block.runs.map(({ text }) => text).join('')).toMatch(
        decision === 'reject' ? /^学习[大不够]深入。$/ : /^学习[大不够很]{4}深入。$/,
      )
    }
  },
)
