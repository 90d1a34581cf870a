/** The heart of `ime.spec.ts` once more, with nothing in the test's hands: the built server, two people signed in, their keyboards. */
import { expect, test } from '@playwright/test'
import { type Block, plain, textOf } from '../../shared/schema/blocks'
import { appendBlocks, rootOf } from '../../shared/schema/ydoc'
import { App } from '../fixtures/app'
import { HttpPerson } from '../fixtures/http'
import { Peer } from '../fixtures/peer'
import { Writer } from '../harness/workspace'

const ABOVE = '上面一段文字'
const BELOW = '下面一段文字'
const TEXT: Block[] = [
  { type: 'title', runs: plain('对照检查材料') },
  { type: 'paragraph', runs: plain(ABOVE) },
  { type: 'paragraph', runs: plain('甲乙丙丁戊己') },
  { type: 'paragraph', runs: plain(BELOW) },
]
const MIDDLE = '甲乙丙你好丁戊己'

type Deed = (colleague: Writer) => Promise<void>

const typeAt =
  (block: number, offset: number, text: string): Deed =>
  async (colleague) => {
    await colleague.select([block, offset])
    await colleague.page.keyboard.insertText(text)
  }

const pressAt =
  (block: number, offset: number, key: string): Deed =>
  async (colleague) => {
    await colleague.select([block, offset])
    await colleague.page.keyboard.press(key)
  }

const SCENES: { name: string; deed: Deed; texts: string[]; caret: [number, number] }[] = [
  { name: 'they type before it', deed: typeAt(2, 1, '他'), texts: [ABOVE, '甲他乙丙你好丁戊己', BELOW], caret: [2, 6] },
  { name: 'they type after it', deed: typeAt(2, 5, '他'), texts: [ABOVE, '甲乙丙你好丁戊他己', BELOW], caret: [2, 5] },
  { name: 'they type in the paragraph above', deed: typeAt(1, 2, '他'), texts: ['上面他一段文字', MIDDLE, BELOW], caret: [2, 5] },
  {
    name: 'they divide the paragraph before it',
    deed: pressAt(2, 1, 'Enter'),
    texts: [ABOVE, '甲', '乙丙你好丁戊己', BELOW],
    caret: [3, 4],
  },
  {
    name: 'they divide the paragraph after it',
    deed: pressAt(2, 5, 'Enter'),
    texts: [ABOVE, '甲乙丙你好丁戊', '己', BELOW],
    caret: [2, 5],
  },
  {
    name: 'they join it to the paragraph above',
    deed: pressAt(2, 0, 'Backspace'),
    texts: [`${ABOVE}${MIDDLE}`, BELOW],
    caret: [1, 11],
  },
  {
    name: 'they join the paragraph below to it',
    deed: pressAt(3, 0, 'Backspace'),
    texts: [ABOVE, `${MIDDLE}${BELOW}`],
    caret: [2, 5],
  },
  { name: 'they make it a heading', deed: pressAt(2, 0, 'Control+Alt+2'), texts: [ABOVE, MIDDLE, BELOW], caret: [2, 5] },
  {
    name: 'they delete the paragraph with what surrounds it',
    deed: async (colleague) => {
      await colleague.select([1, 6], [3, 0])
      await colleague.page.keyboard.press('Delete')
    },
    texts: [`${ABOVE}${BELOW}`, '你好'],
    caret: [2, 2],
  },
]

const app = new App()
let peer: Peer
let writer: Writer
let colleague: Writer

test.beforeAll(async ({ browser }) => {
  const sample = await app.sample()
  await app.start()
  const material = sample.materials.find(({ kind }) => kind === 'collective')
  const [first, second, third] = sample.people.filter(({ roles }) => roles.includes('member'))
  if (!material || !first || !second || !third) throw new Error('the sample meeting has too few people')
  peer = new Peer(app, await HttpPerson.signIn(app, third), material.id)
  writer = await Writer.open(browser, app, sample, first, material.id)
  colleague = await Writer.open(browser, app, sample, second, material.id)
})

test.afterAll(async () => {
  peer?.close()
  await Promise.all([writer, colleague].map((each) => each?.context.close()))
  await app.dispose()
})

async function everywhere(texts: string[]): Promise<void> {
  for (const person of [writer, colleague]) await expect.poll(() => person.texts()).toEqual(texts)
}

for (const { name, deed, texts, caret } of SCENES) {
  test(`composing in the product: ${name}`, async () => {
    await expect.poll(() => peer.synced).toBe(true)
    const root = rootOf(peer.doc)
    // First something else, so that nobody takes the new text for the old one in another order.
    for (const blocks of [[{ type: 'title' as const, runs: plain(name) }], TEXT]) {
      peer.doc.transact(() => {
        root.delete(0, root.length)
        appendBlocks(root, blocks)
      })
      await everywhere(blocks.map((block) => ('runs' in block ? textOf(block) : '')))
    }
    await writer.select([2, 3])
    await writer.compose(['n', 'ni'])
    await writer.receives(() => deed(colleague))
    await writer.compose(["ni'h", "ni'hao"])
    await writer.commit('你好')
    await everywhere(['对照检查材料', ...texts])
    expect(await writer.caret()).toEqual(caret)
    expect([...writer.said, ...colleague.said].join('')).not.toMatch(/[a-z']/)
  })
}
