/**
 * Composing Chinese while a colleague edits the same text. One writes with an input method (driven through the browser's
 * debugging protocol), the other does one thing in the middle of it. Checked each time: the text, where the caret is, that
 * the composition was neither restarted nor cut off, that both pages hold the same, and that no half-typed pinyin went out.
 */
import { expect, test } from '@playwright/test'
import type { Deed } from '../../client/editor/testing/harness/harness'
import { ABOVE, BELOW, LETTERS, MIDDLE, SCENES, TEXT, WHERE } from '../harness/composing-scenes'
import { type ServedHarness, serveHarness } from '../harness/serve'
import {
  act,
  cancel,
  commit,
  compose,
  connect,
  network,
  openPerson,
  openText,
  type Person,
  settled,
  shownTexts,
  textsOf,
} from '../harness/two-pages'

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

for (const scene of SCENES) {
  test(`composing: ${scene.name}`, async () => {
    const [writer, colleague] = people
    await openText(harness.url, people, scene.blocks ?? TEXT)
    const from = scene.from ?? [2, 3]
    await act(writer, { do: 'select', from, to: scene.to ?? from })
    const letters = scene.letters ?? LETTERS
    await compose(writer, letters.slice(0, 2))
    for (const deed of scene.meanwhile ?? []) await act(colleague, deed)
    if (scene.meanwhile !== undefined) expect(await writer.page.evaluate(() => window.harness.waiting())).toBeGreaterThan(0)
    await compose(writer, letters.slice(2))
    const word = scene.word === undefined ? '你好' : scene.word
    if (word === null) await cancel(writer)
    else await commit(writer, word)
    await settled(writer)
    const title = scene.name === 'in the title' ? ['他对照检查材料你好'] : ['对照检查材料']
    await expectEverywhere([...title, ...scene.texts])
    await expectCaret(writer, scene.caret)
    expect(await writer.page.evaluate(() => window.compositions)).toEqual(['compositionstart', 'compositionend'])
    expectNoPinyin()
  })
}

const TORN = SCENES.filter(({ name }) => /^(split|it is joined|its paragraph becomes)/.test(name))

for (const scene of TORN) {
  test(`composing over a slow network: ${scene.name}`, async () => {
    const [writer, colleague] = people
    await openText(harness.url, people, scene.blocks ?? TEXT)
    const from = scene.from ?? [2, 3]
    await act(writer, { do: 'select', from, to: from })
    network.stop()
    await compose(writer, LETTERS)
    for (const deed of scene.meanwhile ?? []) await act(colleague, deed)
    await commit(writer, '你好')
    await settled(writer)
    await network.flow()
    await expectEverywhere(['对照检查材料', ...scene.texts])
    await expectCaret(writer, scene.caret)
    expectNoPinyin()
  })
}

async function expectEverywhere(texts: string[]): Promise<void> {
  for (const person of people) {
    await expect.poll(() => textsOf(person)).toEqual(texts)
    expect(await shownTexts(person)).toEqual(texts)
  }
}

async function expectCaret(person: Person, [block, offset]: [number, number]): Promise<void> {
  expect(await person.page.evaluate(() => window.harness.selection())).toEqual({ block, from: offset, to: offset })
}

function expectNoPinyin(): void {
  for (const { said } of people) expect(said.join('')).not.toMatch(/[a-z']/)
}

test('composing: two words in a row are two steps of undo', async () => {
  const [writer, colleague] = people
  await openText(harness.url, people, TEXT)
  await act(writer, { do: 'select', from: [2, 3], to: [2, 3] })
  await compose(writer, LETTERS)
  await commit(writer, '你好')
  await compose(writer, ['s', 'shi'])
  await act(colleague, { do: 'insert', block: 2, at: 0, text: '他' })
  await compose(writer, ["shi'j", "shi'jie"])
  await commit(writer, '世界')
  await settled(writer)
  await expectEverywhere(['对照检查材料', ABOVE, '他甲乙丙你好世界丁戊己', BELOW])
  await expectCaret(writer, [2, 8])
  await writer.page.keyboard.press('Control+z')
  await expectEverywhere(['对照检查材料', ABOVE, '他甲乙丙你好丁戊己', BELOW])
  await writer.page.keyboard.press('Control+z')
  await expectEverywhere(['对照检查材料', ABOVE, '他甲乙丙丁戊己', BELOW])
  await expectCaret(writer, [2, 4])
  await writer.page.keyboard.press('Control+y')
  await expectEverywhere(['对照检查材料', ABOVE, '他甲乙丙你好丁戊己', BELOW])
  expectNoPinyin()
})

test('composing: both at the same place at the same time', async () => {
  const [writer, colleague] = people
  await openText(harness.url, people, TEXT)
  for (const person of people) await act(person, { do: 'select', from: [2, 3], to: [2, 3] })
  await compose(writer, ['n', 'ni'])
  await compose(colleague, ['s', 'shi'])
  await compose(writer, ["ni'h", "ni'hao"])
  await compose(colleague, ["shi'j", "shi'jie"])
  await commit(writer, '你好')
  await commit(colleague, '世界')
  await Promise.all(people.map(settled))
  await expect.poll(async () => (await textsOf(writer))[2]).toHaveLength(WHERE.length + 4)
  const [text] = (await textsOf(writer)).slice(2, 3)
  expect(['甲乙丙你好世界丁戊己', '甲乙丙世界你好丁戊己']).toContain(text)
  await expectEverywhere(['对照检查材料', ABOVE, text ?? '', BELOW])
  expectNoPinyin()
})

test('composing: both in different paragraphs', async () => {
  const [writer, colleague] = people
  await openText(harness.url, people, TEXT)
  await act(writer, { do: 'select', from: [1, 2], to: [1, 2] })
  await act(colleague, { do: 'select', from: [3, 2], to: [3, 2] })
  await compose(writer, LETTERS)
  await compose(colleague, ['s', 'shi', "shi'jie"])
  await commit(writer, '你好')
  await commit(colleague, '世界')
  await Promise.all(people.map(settled))
  await expectEverywhere(['对照检查材料', '上面你好一段文字', WHERE, '下面世界一段文字'])
  await expectCaret(writer, [1, 4])
  await expectCaret(colleague, [3, 4])
  expectNoPinyin()
})

test('composing: an ordinary key right after the word takes effect behind it', async () => {
  const [writer, colleague] = people
  await openText(harness.url, people, TEXT)
  await act(writer, { do: 'select', from: [2, 3], to: [2, 3] })
  await compose(writer, LETTERS)
  await act(colleague, { do: 'insert', block: 2, at: 0, text: '他' })
  await commit(writer, '你好')
  await writer.page.keyboard.press('Enter')
  await expectEverywhere(['对照检查材料', ABOVE, '他甲乙丙你好', '丁戊己', BELOW])
  expectNoPinyin()
})

test('composing: what a colleague takes away on purpose right afterwards stays away', async () => {
  const [writer, colleague] = people
  const takeAway: [deed: Deed, left: string[]][] = [
    [{ do: 'remove', block: 2, from: 3, to: 5 }, [ABOVE, WHERE, BELOW]],
    [{ do: 'removeBlock', block: 2 }, [ABOVE, BELOW]],
    [{ do: 'split', block: 2, at: 2 }, [ABOVE, '甲乙', '丙你好丁戊己', BELOW]],
    [{ do: 'join', block: 2 }, [`${ABOVE}${MIDDLE}`, BELOW]],
  ]
  for (const [deed, left] of takeAway) {
    await openText(harness.url, people, TEXT)
    await act(writer, { do: 'select', from: [2, 3], to: [2, 3] })
    await compose(writer, LETTERS)
    await commit(writer, '你好')
    await settled(writer)
    await expect.poll(() => textsOf(colleague)).toContain(MIDDLE)
    await act(colleague, deed)
    await expectEverywhere(['对照检查材料', ...left])
  }
})

test('composing: left hanging, the others’ changes come in after a while and the word can still be chosen', async ({
  browser,
}) => {
  const pair: [Person, Person] = [await openPerson(browser), await openPerson(browser)]
  const [writer, colleague] = pair
  await connect(...pair)
  await writer.page.clock.install()
  await openText(harness.url, pair, TEXT)
  await act(writer, { do: 'select', from: [2, 3], to: [2, 3] })
  await compose(writer, LETTERS.slice(0, 2))
  await act(colleague, { do: 'insert', block: 1, at: 0, text: '他' })
  expect((await shownTexts(writer))[1]).toBe(ABOVE)
  await writer.page.clock.runFor(15_100)
  expect((await shownTexts(writer))[1]).toBe(`他${ABOVE}`)
  await act(colleague, { do: 'insert', block: 3, at: 0, text: '她' })
  expect((await shownTexts(writer))[3]).toBe(BELOW)
  await compose(writer, LETTERS.slice(2))
  await commit(writer, '你好')
  await writer.page.clock.runFor(100)
  for (const person of pair) {
    await expect.poll(() => textsOf(person)).toEqual(['对照检查材料', `他${ABOVE}`, MIDDLE, `她${BELOW}`])
  }
  expect(await writer.page.evaluate(() => window.compositions)).toEqual(['compositionstart', 'compositionend'])
  await Promise.all(pair.map(({ context }) => context.close()))
})

test('composing: a number makes the heading, and undo gives back what was typed', async () => {
  const [writer] = people
  await openText(harness.url, people, [...TEXT.slice(0, 2), { type: 'paragraph', runs: [] }, ...TEXT.slice(3)])
  await act(writer, { do: 'select', from: [2, 0], to: [2, 0] })
  await compose(writer, ['y', 'yi'])
  await commit(writer, '一')
  await settled(writer)
  await commit(writer, '、')
  await compose(writer, LETTERS)
  await commit(writer, '你好')
  await settled(writer)
  await expectEverywhere(['对照检查材料', ABOVE, '你好', BELOW])
  expect(await writer.page.evaluate(() => window.harness.blocks()[2]?.type)).toBe('heading')
  for (let step = 0; step < 2; step += 1) await writer.page.keyboard.press('Control+z')
  await expectEverywhere(['对照检查材料', ABOVE, '一、', BELOW])
  expect(await writer.page.evaluate(() => window.harness.blocks()[2]?.type)).toBe('paragraph')
})

test('composing: a word that begins with a number makes the heading too', async () => {
  const [writer] = people
  await openText(harness.url, people, [...TEXT.slice(0, 2), { type: 'paragraph', runs: [] }, ...TEXT.slice(3)])
  await act(writer, { do: 'select', from: [2, 0], to: [2, 0] })
  await compose(writer, LETTERS)
  await commit(writer, '（二）你好')
  await settled(writer)
  await expectEverywhere(['对照检查材料', ABOVE, '你好', BELOW])
  expect(await writer.page.evaluate(() => window.harness.blocks()[2])).toMatchObject({ type: 'heading', level: 2 })
  await expectCaret(writer, [2, 2])
})
