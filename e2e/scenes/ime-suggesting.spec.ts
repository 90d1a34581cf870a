/**
 * Composing Chinese in suggesting mode, while a colleague edits the same text: what is composed is born a proposal. Checked each
 * time: taken, the text reads as it would for an editor; refused, as if nobody had composed; both pages are equal; no half-typed
 * pinyin went out; and everything the suggester sent is nothing but proposals by the server's rule.
 */
import { expect, test } from '@playwright/test'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import { type Block, textOf } from '../../shared/schema/blocks'
import type { View } from '../../shared/suggestions/view'
import { type Verdict, verdict } from '../../shared/suggestions/verdict'
import { ABOVE, BELOW, LETTERS, SCENES, TEXT } from '../harness/composing-scenes'
import { type ServedHarness, serveHarness } from '../harness/serve'
import {
  act,
  cancel,
  commit,
  compose,
  connect,
  openPerson,
  openText,
  passed,
  type Person,
  settled,
  shownTexts,
  textsOf,
} from '../harness/two-pages'

const TITLE = '对照检查材料'
const WRITER = 'one' as PersonId

/** Where the word is not simply missing from what an editor would have written. */
const REFUSED: Record<string, string[]> = {
  'over a selection': [ABOVE, '甲乙丙丁戊己他', BELOW],
  'over a selection across paragraphs': [ABOVE, '甲乙丙丁戊己', `他${BELOW}`],
  'its paragraph is deleted': [ABOVE, BELOW],
  'an empty paragraph that is deleted': [ABOVE, BELOW],
}

let harness: ServedHarness
let people: [Person, Person]

test.beforeAll(async ({ browser }) => {
  harness = await serveHarness()
  people = [await openPerson(browser), await openPerson(browser)]
  await connect(...people)
})

test.afterAll(async () => {
  await Promise.all(people.map(({ context }) => context.close()))
  await harness.stop()
})

async function open(blocks: readonly Block[]): Promise<Uint8Array> {
  await openText(harness.url, people, blocks)
  await people[0].page.evaluate(() => window.harness.suggest())
  return new Uint8Array(await people[0].page.evaluate(() => window.harness.state()))
}

async function textsUnder(person: Person, view: View): Promise<string[]> {
  const blocks = await person.page.evaluate((which) => window.harness.under(which), view)
  return blocks.map((block) => ('runs' in block ? textOf(block) : ''))
}

async function expectEverywhere(final: string[], original: string[]): Promise<void> {
  for (const person of people) {
    await expect.poll(() => textsUnder(person, 'final')).toEqual(final)
    expect(await textsUnder(person, 'original')).toEqual(original)
    expect(await shownTexts(person)).toEqual(await textsOf(person))
  }
  for (const { said } of people) expect(said.join('')).not.toMatch(/[a-z']/)
}

/** The texts stand after the word that was composed. */
async function expectCaretBehind(person: Person, word: string): Promise<void> {
  const before = await person.page.evaluate(() => {
    const { state } = window.harness.editor()
    const { $from, empty } = state.selection
    return empty ? $from.parent.textBetween(0, $from.parentOffset) : 'a selection'
  })
  expect(before.slice(-word.length)).toBe(word)
}

function expectProposalsOnly(initial: Uint8Array): void {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, initial)
  const verdicts: Verdict[] = []
  doc.on('afterTransaction', (transaction) => {
    if (transaction.origin === WRITER)
      verdicts.push(verdict(transaction, { person: WRITER, scope: 'everywhere', latest: Date.now() + 60_000 }))
  })
  for (const { from, bytes } of passed) Y.applyUpdate(doc, bytes, from === people[0] ? WRITER : 'colleague')
  expect(verdicts.filter(({ ok }) => !ok)).toEqual([])
}

for (const scene of SCENES) {
  test(`composing a suggestion: ${scene.name}`, async () => {
    const [writer, colleague] = people
    const initial = await open(scene.blocks ?? TEXT)
    const from = scene.from ?? [2, 3]
    await act(writer, { do: 'select', from, to: scene.to ?? from })
    const letters = scene.letters ?? LETTERS
    await compose(writer, letters.slice(0, 2))
    for (const deed of scene.meanwhile ?? []) await act(colleague, deed)
    await compose(writer, letters.slice(2))
    const word = scene.word === undefined ? '你好' : scene.word
    if (word === null) await cancel(writer)
    else await commit(writer, word)
    await settled(writer)
    const isInTitle = scene.name === 'in the title'
    const final = [isInTitle ? '他对照检查材料你好' : TITLE, ...scene.texts]
    const refused = REFUSED[scene.name] ?? scene.texts.map((text) => text.replace(word ?? '', ''))
    await expectEverywhere(final, [isInTitle ? '他对照检查材料' : TITLE, ...refused])
    if (word !== null) await expectCaretBehind(writer, word)
    expect(await writer.page.evaluate(() => window.compositions)).toEqual(['compositionstart', 'compositionend'])
    expectProposalsOnly(initial)
  })
}
