// @vitest-environment happy-dom
// Several people type at the very same place: each one's words stay together, in whatever portions the changes arrive.
import * as Y from 'yjs'
import { afterEach, expect, test } from 'vitest'
import { type Block, plain } from '../../shared/schema/blocks'
import { Random } from '../../shared/testing/random'
import { openTestEditor } from './testing/open-test-editor'
import { type Message, sessionWith, TestSession } from './testing/test-session'
import { blocksIn, caretAt, type } from './testing/type'

const SENTENCES = ['学习抓得不够紧，时断时续', '联系群众少了些，下去得少', '担当的劲头不足，遇事多想', '工作作风不够实，要求不严']
const BLOCKS: Block[] = [
  { type: 'title', runs: plain('对照检查材料') },
  { type: 'paragraph', runs: plain('存在的问题：。') },
  { type: 'paragraph', runs: plain('第二段。') },
]
const SEEDS = Number(process.env.FUZZ_SEEDS ?? 25)

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

test.each(Array.from({ length: SEEDS }, (_, seed) => seed))('seed %i', (seed) => {
  const random = new Random(seed)
  const sentences = SENTENCES.slice(0, 2 + random.below(3))
  const state = sessionWith(BLOCKS).state()
  const people = sentences.map((sentence) => {
    const inbox: Uint8Array[] = []
    const deliver = ({ kind, bytes }: Message) => {
      if (kind === 'update') for (const other of people) if (other.inbox !== inbox) other.inbox.push(bytes)
    }
    const session = new TestSession(state, deliver)
    const editor = openTestEditor({ session })
    closing.push(() => editor.destroy())
    caretAt(editor, 1, '存在的问题：'.length)
    return { session, editor, inbox, left: [...sentence] }
  })
  const read = ({ session, inbox }: (typeof people)[number], count: number) => {
    const updates = inbox.splice(0, count)
    if (updates.length > 0) session.receive({ kind: 'update', bytes: Y.mergeUpdates(updates) })
  }
  while (people.some(({ left }) => left.length > 0)) {
    const person = random.pick(people)
    if (random.chance(0.5)) read(person, 1 + random.below(5))
    else type(person.editor, person.left.shift() ?? '')
  }
  for (const person of people) read(person, Number.POSITIVE_INFINITY)

  const texts = people.map(({ session }) =>
    blocksIn(session)
      .flatMap((block) => ('runs' in block ? block.runs : []))
      .map(({ text }) => text)
      .join('|'),
  )
  expect(new Set(texts).size).toBe(1)
  for (const sentence of sentences) expect(texts[0]).toContain(sentence)
})
