/** Suggesting and deciding as people do it: in real browsers, against the built server. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import type { PersonId } from '../../shared/ids'
import { rootOf } from '../../shared/schema/ydoc'
import { cardsIn } from '../../shared/suggestions/cards'
import { SuggestingHands } from '../../shared/suggestions/testing/hands'
import { App, type Sample } from '../fixtures/app'
import { seriousFaults } from '../fixtures/axe'
import { HttpPerson } from '../fixtures/http'
import { Peer } from '../fixtures/peer'
import { blocksOf, select } from '../fixtures/place'

const PRINCIPAL = '沈怀远'
const LU = '陆明川'
const SU = '苏静宜'
const MEMBERS = [LU, SU, '韩立群', '方晓雯']

const TEXT = [
  '关于整改的报告',
  '按照要求，现将有关情况报告如下。',
  '一、存在的问题',
  '（一）学习方面',
  '集中学习多，专题研讨少，结合实际不够紧密。',
  '学习笔记记得不全，事后很少再看。',
  '（二）作风方面',
  '到基层调查研究的次数偏少，听到的意见不够具体。',
  '有的工作布置以后没有跟踪到底。',
  '二、原因',
  '思想上重视不够，时间上抓得不紧。',
]

let app: App
let sample: Sample

test.beforeAll(async () => {
  app = new App()
  sample = await app.sample()
  await app.start()
})

test.beforeEach(() => writeText())

/** A tab left open by one scene would be present in the next. */
test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})

test.afterAll(() => app.dispose())

/** The collective material begins anew with the same text. */
async function writeText(): Promise<void> {
  const reply = await (await signedIn(PRINCIPAL)).ask('POST', `/materials/${collective()}/import`, { text: TEXT.join('\n') })
  expect(reply.status).toBe(200)
}

function personOf(name: string) {
  const person = sample.people.find((each) => each.name === name)
  if (person === undefined) throw new Error(`nobody is called ${name}`)
  return person
}

function signedIn(name: string): Promise<HttpPerson> {
  return HttpPerson.signIn(app, personOf(name))
}

function collective(): string {
  return sample.materials.find(({ kind }) => kind === 'collective')?.id ?? ''
}

async function open(browser: Browser, name: string, viewport = { width: 1440, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ viewport })
  const { username, password } = personOf(name)
  const reply = await context.request.post(`${app.url}/api/session`, {
    data: { username, password },
    headers: { origin: app.url },
  })
  expect(reply.ok()).toBe(true)
  const page = await context.newPage()
  await page.goto(`${app.url}/m/${sample.meeting}/${collective()}`)
  await expect(textOf(page)).toContainText('关于整改的报告')
  return page
}

const textOf = (page: Page) => page.locator('.document')
const cardsOf = (page: Page) => page.locator('[data-card]')
const cardSaying = (page: Page, what: string) => cardsOf(page).filter({ hasText: what })

async function choose(page: Page, mode: '编辑' | '建议' | '阅读'): Promise<void> {
  await page.getByRole('radiogroup', { name: '方式' }).getByText(mode, { exact: true }).click()
  await expect(page.getByRole('radio', { name: mode })).toBeChecked()
}

/** A person without a browser, suggesting on the shared document itself. */
async function handsOf(name: string): Promise<{ hands: SuggestingHands; peer: Peer }> {
  const person = await signedIn(name)
  const me = (await person.ask('GET', '/session')).body as { person: PersonId }
  const peer = new Peer(app, person, collective())
  await expect.poll(() => peer.synced).toBe(true)
  return { hands: new SuggestingHands(peer.doc, me.person), peer }
}

test('two suggest by typing; the editor takes one, refuses another with a reason, and takes it back', async ({ browser }) => {
  const [editor, lu, su] = await Promise.all([open(browser, PRINCIPAL), open(browser, LU), open(browser, SU)])
  await choose(lu, '建议')
  await select(lu, 4, 16, 18)
  await lu.keyboard.type('还不')
  await choose(su, '建议')
  await select(su, 5, 6)
  await su.keyboard.type('也')

  for (const page of [editor, lu, su]) {
    await expect(cardSaying(page, `${LU}`)).toContainText('改为“还不”')
    await expect(cardSaying(page, `${SU}`)).toContainText('插入“也”')
  }
  await expect(cardSaying(lu, SU).getByRole('button', { name: '采纳', exact: true })).toBeVisible()
  await expect(cardSaying(su, SU).getByRole('button', { name: '撤回' })).toBeVisible()

  await cardSaying(editor, LU).getByRole('button', { name: '采纳', exact: true }).click()
  await expect(cardSaying(editor, LU)).toHaveCount(0)
  await expect(editor.getByText('已采纳 1 条建议')).toBeVisible()
  await expect.poll(async () => (await blocksOf(su))[4]).toBe('集中学习多，专题研讨少，结合实际还不紧密。')

  await cardSaying(editor, SU).getByRole('button', { name: '不采纳' }).click()
  await editor.getByLabel('不采纳的理由（可不填）').fill('与事实不符')
  await editor.keyboard.press('Enter')
  await expect(cardsOf(su)).toHaveCount(0)
  expect((await blocksOf(su))[5]).toBe('学习笔记记得不全，事后很少再看。')

  await editor.getByRole('button', { name: '更多', exact: true }).click()
  await editor.getByRole('menuitem', { name: '采纳情况' }).click()
  const dialog = editor.getByRole('dialog', { name: '修改意见采纳情况' })
  await expect(dialog.getByRole('listitem').filter({ hasText: '与事实不符' }).first()).toContainText('不采纳')
  const download = editor.waitForEvent('download')
  await dialog.getByRole('button', { name: '导出表格' }).click()
  expect((await download).suggestedFilename()).toBe('修改意见采纳情况表 班子对照检查材料.csv')
  await dialog.getByRole('button', { name: '撤销决定' }).first().click()
  await expect(dialog.getByText('已撤销 ·')).toBeVisible()
  await expect(cardSaying(su, SU)).toContainText('插入“也”')
})

const PEOPLE = [PRINCIPAL, ...MEMBERS]

/** Four each, of every kind, several in one line. */
async function suggestTwenty(): Promise<void> {
  for (const [turn, name] of PEOPLE.entries()) {
    const { hands, peer } = await handsOf(name)
    peer.doc.transact(() => {
      const study = hands.block(4)
      hands.insert(study, PLACES[turn] ?? 0, ['如', '还', '更', '较', '很'][turn] ?? '')
      hands.remove(hands.block(7), turn * 4, 3)
      const replaced = hands.newId()
      const text = hands.block(10)
      hands.insert(text, REPLACED[turn]! + 2, '把握得', null, replaced)
      hands.remove(text, REPLACED[turn]!, 2, replaced)
      if (turn === 0) hands.split(hands.block(5), 9)
      if (turn === 1) hands.join(hands.block(8))
      if (turn === 2) hands.retype(hands.block(1), 'heading2')
      if (turn === 3) hands.emphasise(hands.block(8), 2, 4, 'bold', true)
      if (turn === 4) hands.remove(hands.block(5), 2, 3)
    })
    const reader = await handsOf(name)
    await expect.poll(() => cardsIn(rootOf(reader.peer.doc)).length).toBe((turn + 1) * 4)
    reader.peer.close()
    peer.close()
  }
}

/** From the back to the front, so that the earlier ones stay where they are. */
const PLACES = [18, 13, 9, 4, 2]
const REPLACED = [13, 10, 7, 3, 0]

async function expectApart(page: Page): Promise<void> {
  const boxes = await cardsOf(page).evaluateAll((cards) =>
    cards
      .filter((card) => card.checkVisibility({ visibilityProperty: true }))
      .map((card) => card.getBoundingClientRect().toJSON() as DOMRect),
  )
  const sorted = boxes.toSorted((a, b) => a.top - b.top)
  for (const [index, box] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next !== undefined) expect(next.top).toBeGreaterThanOrEqual(box.bottom)
  }
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
]) {
  test(`twenty suggestions of five people on one page, ${viewport.width}×${viewport.height}: apart, beside their lines, lit with their text`, async ({
    browser,
  }, info) => {
    await suggestTwenty()
    const page = await open(browser, PRINCIPAL, viewport)
    await expect(cardsOf(page)).toHaveCount(20)
    // So many do not fit open: each says on its line who proposes what.
    await expect(page.locator('[data-compact]')).toHaveCount(20)
    await expectApart(page)
    await expect.poll(() => furthestFromLine(page)).toBeLessThan(FAR_PX)
    await page.screenshot({ path: info.outputPath('twenty.png') })
    expect(await seriousFaults(page)).toEqual([])

    // By keyboard, around at the ends; the one in hand is open and has its line's place, whichever it is.
    const bar = page.getByRole('button', { name: '下一条建议' }).locator('..')
    const inHand = page.locator('[data-card][aria-current]')
    await select(page, 0, 0)
    for (let step = 1; step <= 20; step++) {
      await page.keyboard.press('F8')
      await expect(bar).toContainText(`${step} / 20`)
      if (step % 5 > 1) continue
      await expect(inHand.getByRole('button', { name: '采纳', exact: true })).toBeVisible()
      await expect.poll(() => awayFromLine(page)).toBeLessThan(30)
      await expectApart(page)
      if (step === 11) await page.screenshot({ path: info.outputPath('eleventh.png') })
    }
    await page.screenshot({ path: info.outputPath('twentieth.png') })
    await page.keyboard.press('F8')
    await expect(bar).toContainText('1 / 20')
    await page.keyboard.press('Alt+ArrowUp')
    await expect(bar).toContainText('20 / 20')

    // What does not fit above it is one row; a click on that, or on any line, opens the next one there.
    for (const target of [page.getByRole('button', { name: /^↑? ?上面还有 \d+ 条$/ }), cardsOf(page).nth(12)]) {
      await target.click()
      await expect(bar).not.toContainText('20 / 20')
      await expect(inHand.getByRole('button', { name: '采纳', exact: true })).toBeVisible()
      await expect.poll(() => awayFromLine(page)).toBeLessThan(30)
      await expectApart(page)
    }
    await expect(bar).toContainText('13 / 20')

    // Resting on a text lights its card, resting on a card its text; neither moves anything.
    const before = await inHand.boundingBox()
    await page.locator('.document ins').last().hover()
    await expect(page.locator('[data-card][data-lit]')).toContainText('把握得')
    expect(await inHand.boundingBox()).toEqual(before)
    await page.locator('.document > h1').click()
    await expect(inHand).toHaveCount(0)
    await page.locator('[data-card]').filter({ hasText: '改为标题（一）' }).hover()
    await expect(page.locator('.document .is-lit-block')).toHaveCount(1)

    // How many wait is told in the outline and on the material, and on the first page.
    const outline = page.getByRole('navigation', { name: '大纲' })
    await expect(outline.getByRole('button', { name: /作风方面/ }).getByRole('img', { name: '7 条修改建议待处理' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: '材料' }).getByRole('img', { name: '20 条修改建议待处理' })).toBeVisible()
    await page.goto(app.url)
    await expect(page.getByText('20 条修改建议')).toBeVisible()
  })
}

/** Half of what twenty lines of cards are longer than the text they belong to. */
const FAR_PX = 280

/** How far the card in hand is from the first line of its text. */
function awayFromLine(page: Page): Promise<number> {
  return page.evaluate(() => {
    const card = document.querySelector('[data-card][aria-current]')?.getBoundingClientRect()
    const lit = document.querySelector('.document :is(.is-lit, .is-lit-block)')?.getBoundingClientRect()
    return card === undefined || lit === undefined ? Number.POSITIVE_INFINITY : Math.abs(card.top - lit.top)
  })
}

/** Of all cards whose text is marked in the document. */
function furthestFromLine(page: Page): Promise<number> {
  return page.evaluate(() => {
    const away = Array.from(document.querySelectorAll<HTMLElement>('[data-card]'), (card) => {
      const text = document.querySelector(`.document [data-proposal="${card.dataset.card}"]`)
      return text === null ? 0 : Math.abs(card.getBoundingClientRect().top - text.getBoundingClientRect().top)
    })
    return Math.max(...away)
  })
}

test('all of a person at once, asked before, and taken back with one step', async ({ browser }) => {
  await suggestTwenty()
  const [editor, other] = await Promise.all([open(browser, PRINCIPAL), open(browser, SU)])
  await expect(cardsOf(other)).toHaveCount(20)
  const before = await blocksOf(other)
  await editor.getByRole('button', { name: '更多', exact: true }).click()
  await editor.getByRole('menuitem', { name: `${LU}（4 条）` }).click()
  const dialog = editor.getByRole('dialog', { name: `处理${LU}的建议` })
  await expect(dialog).toContainText('共 4 条')
  await dialog.getByRole('button', { name: '采纳 4 条', exact: true }).click()
  await expect(editor.getByText('已采纳 4 条建议')).toBeVisible()
  await expect(cardsOf(other)).toHaveCount(16)
  await expect(cardSaying(other, LU)).toHaveCount(0)
  await editor.getByRole('button', { name: '撤销', exact: true }).last().click()
  await expect(cardsOf(other)).toHaveCount(20)
  expect(await blocksOf(other)).toEqual(before)

  await editor.getByRole('button', { name: '更多', exact: true }).click()
  await editor.getByRole('menuitem', { name: /作风方面（7 条）/ }).click()
  await editor.getByRole('button', { name: '不采纳 7 条' }).click()
  await expect(cardsOf(other)).toHaveCount(13)
  await editor.getByRole('button', { name: '更多', exact: true }).click()
  await editor.getByRole('menuitem', { name: '全部建议（13 条）' }).click()
  await editor.getByRole('button', { name: '不采纳 13 条' }).click()
  await expect(cardsOf(other)).toHaveCount(0)
  await expect.poll(() => blocksOf(other)).toEqual(PLAIN)
})

/** The text without its numbers, which are drawn. */
const PLAIN = TEXT.map((line) => line.replace(/^(（[一二]）|[一二]、)/, ''))

test('the text as if all were taken and as if none were: to be read, and saying so', async ({ browser }) => {
  const { hands, peer } = await handsOf(LU)
  const id = hands.newId()
  hands.insert(hands.block(5), 6, '很', null, id)
  hands.remove(hands.block(5), 7, 2, id)
  const page = await open(browser, PRINCIPAL)
  await expect(cardsOf(page)).toHaveCount(1)
  peer.close()

  const look = async (view: '标记' | '定稿' | '原文') => {
    await page.getByRole('button', { name: '换一种看法' }).click()
    await page.getByRole('menuitemradio', { name: view }).click()
  }
  const shown = () =>
    page
      .locator('.document:visible')
      .first()
      .evaluate((text) => (text as HTMLElement).innerText)
  await look('定稿')
  await expect(page.getByText('正在看定稿')).toBeVisible()
  await expect.poll(shown).toContain('学习笔记记得很，事后很少再看。')
  await expect(cardsOf(page)).toHaveCount(0)
  await page.locator('.document:visible').first().click()
  await page.keyboard.type('字')
  await look('原文')
  await expect(page.getByText('正在看原文')).toBeVisible()
  await expect.poll(shown).toContain('学习笔记记得不全，事后很少再看。')
  await page.keyboard.type('字')
  await page.getByRole('button', { name: '回到标记' }).click()
  await expect(cardsOf(page)).toHaveCount(1)
  expect((await blocksOf(page)).join('')).not.toContain('字')
})

test('where there is no room beside the text, a button and a tap open the cards', async ({ browser }, info) => {
  const { hands, peer } = await handsOf(LU)
  hands.insert(hands.block(5), 6, '很')
  hands.remove(hands.block(7), 0, 3)
  const page = await open(browser, PRINCIPAL, { width: 390, height: 800 })
  await page.getByRole('button', { name: '建议 2' }).click()
  const sheet = page.getByRole('dialog', { name: '修改建议' })
  await expect(sheet.locator('[data-card]')).toHaveCount(2)
  await page.screenshot({ path: info.outputPath('sheet.png') })
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.locator('.document del').click()
  await expect(sheet.locator('[data-card][aria-current]')).toContainText('删除“到基层”')
  await sheet.locator('[data-card][aria-current]').getByRole('button', { name: '采纳', exact: true }).click()
  await expect(sheet.locator('[data-card]')).toHaveCount(1)
  peer.close()
})

test('the way of writing is chosen by key and found again; what cannot be a suggestion is said', async ({ browser }) => {
  const page = await open(browser, LU)
  await select(page, 5, 3)
  await page.keyboard.press('Control+Alt+s')
  await expect(page.getByRole('radio', { name: '建议' })).toBeChecked()
  await page.reload()
  await expect(textOf(page)).toContainText('关于整改的报告')
  await expect(page.getByRole('radio', { name: '建议' })).toBeChecked()
  await select(page, 5, 3)
  await page.getByRole('toolbar').getByRole('button', { name: /^表格/ }).click()
  await page.getByRole('menuitem', { name: '插入表格' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '不能作为修改建议' })).toBeVisible()
  await expect(page.locator('.document table')).toHaveCount(0)
  await page.keyboard.press('Control+Alt+r')
  await expect(page.getByRole('radio', { name: '阅读' })).toBeChecked()
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'false')
  await page.keyboard.press('Control+Alt+e')
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
})

test('whoever may only suggest finds suggesting chosen, is told why, and can withdraw', async ({ browser }) => {
  const principal = await signedIn(PRINCIPAL)
  await principal.ask('POST', `/materials/${collective()}/transitions`, { transition: 'submit' })
  const [page, editor] = await Promise.all([open(browser, LU), open(browser, PRINCIPAL)])
  await expect(page.getByRole('radio', { name: '建议' })).toBeChecked()
  await expect(page.getByRole('radio', { name: '编辑' })).toBeDisabled()
  await expect(page.getByText('你写下的都是修改建议')).toBeVisible()
  await select(page, 5, 6)
  await page.keyboard.type('也')
  await expect(cardsOf(page)).toContainText('插入“也”')
  await expect(cardsOf(editor)).toContainText('插入“也”')
  await expect(cardsOf(page).getByRole('button', { name: '采纳' })).toHaveCount(0)
  await cardsOf(page).getByRole('button', { name: '撤回' }).click()
  await expect(cardsOf(editor)).toHaveCount(0)
  await expect.poll(() => blocksOf(editor)).toEqual(PLAIN)
  await principal.ask('POST', `/materials/${collective()}/transitions`, { transition: 'return', reason: '请补充' })
})
