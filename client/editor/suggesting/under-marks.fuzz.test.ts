// @vitest-environment happy-dom
/**
 * An editor and two suggesters at random in two paragraphs, every character its own: what the editor wrote, or left standing, is there
 * when everything proposed is refused, and nothing that was only proposed is.
 * A longer run: `FUZZ_SEEDS=500 FUZZ_STEPS=80 npx vitest run client/editor/suggesting/under-marks.fuzz`.
 */
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { plain } from '../../../shared/schema/blocks'
import { Random } from '../../../shared/testing/random'
import { erase, press, type } from '../testing/type'
import { Meeting, type Person } from './testing/meeting'

const SEEDS = Number(process.env.FUZZ_SEEDS ?? 40)
const STEPS = Number(process.env.FUZZ_STEPS ?? 40)
const FIRST = 0x4e00

class Story {
  readonly random: Random
  readonly meeting: Meeting
  readonly people: Person[]
  /** What must stand when everything is refused. */
  readonly accepted = new Set<string>()
  readonly proposed = new Set<string>()
  #next = FIRST

  constructor(seed: number) {
    this.random = new Random(seed)
    const paragraph = () => ({ type: 'paragraph' as const, runs: plain(this.#fresh(6, this.accepted)) })
    this.meeting = new Meeting([{ type: 'title', runs: plain(this.#fresh(2, this.accepted)) }, paragraph(), paragraph()])
    const ids = this.random.chance(0.5) ? ['zhao', 'wang', 'li'] : ['wang', 'li', 'zhao']
    this.people = ids.map((id) => this.meeting.join(id, { suggests: id !== 'zhao' }))
  }

  #fresh(count: number, into: Set<string>): string {
    const characters = Array.from({ length: count }, () => String.fromCodePoint(this.#next++))
    for (const one of characters) into.add(one)
    return characters.join('')
  }

  step(): void {
    const person = this.random.pick(this.people)
    const before = person.texts().join('')
    this.#select(person)
    const dice = this.random.next()
    const { editor } = person
    if (dice < 0.6) type(editor, this.#fresh(1 + this.random.below(2), person.suggests ? this.proposed : this.accepted))
    else if (dice < 0.75 && editor.state.selection.$from.parentOffset > 0 && editor.state.selection.empty) erase(editor, 1)
    else if (!editor.state.selection.empty) press(editor, 'Backspace')
    if (!person.suggests) this.#forget(before, person.texts().join(''))
    if (this.random.chance(0.35)) this.meeting.deliver()
  }

  #select({ editor }: Person): void {
    const { doc } = editor.state
    const $anchor = doc.resolve(1 + this.random.below(doc.content.size - 1))
    const end = $anchor.parent.isTextblock ? $anchor.end() : $anchor.pos
    const $head = doc.resolve(this.random.chance(0.6) ? $anchor.pos : Math.min($anchor.pos + this.random.below(4), end))
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between($anchor, $head)))
  }

  /** What an editor takes away is gone. */
  #forget(before: string, after: string): void {
    for (const one of before) if (!after.includes(one)) this.accepted.delete(one)
  }
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))('seed %i', (seed) => {
  const story = new Story(seed)
  const { meeting } = story
  for (let step = 0; step < STEPS; step += 1) story.step()
  meeting.deliver()
  expect(meeting.differences()).toEqual([])
  expect(meeting.refused).toEqual([])
  const standing = meeting
    .after('reject')
    .flatMap((block) => (block.type === 'table' ? [] : block.runs))
    .map(({ text }) => text)
    .join('')
  expect([...story.accepted].filter((one) => !standing.includes(one))).toEqual([])
  expect([...story.proposed].filter((one) => standing.includes(one))).toEqual([])
  meeting.close()
})
