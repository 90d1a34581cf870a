/** Comments as colleagues use them: said on words, answered, settled; the words wander, the thread goes with them. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import type * as Y from 'yjs'
import { overlappingKey } from '../../shared/suggestions/mark-key'
import { App, type Sample } from '../fixtures/app'
import { seriousFaults } from '../fixtures/axe'
import { HttpPerson } from '../fixtures/http'
import { Peer } from '../fixtures/peer'
import { Writer } from '../harness/workspace'

const PRINCIPAL = '沈怀远'
const MEMBER = '陆明川'
const TEXT = '一、主要问题\n学习不够深入，对学习笔记检查较少。\n调研不够扎实，走访企业偏少。'
const [HEADING, FIRST, SECOND] = [0, 1, 2]

let app: App
let sample: Sample
let material: string
let principal: HttpPerson

test.beforeAll(async () => {
  app = new App()
  sample = await app.sample()
  await app.start()
  material = sample.materials.find(({ kind }) => kind === 'collective')?.id ?? ''
  principal = await HttpPerson.signIn(app, personOf(PRINCIPAL))
})

test.beforeEach(async () => {
  for (const { id } of await threads()) {
    await principal.ask('PUT', `/materials/${material}/comments/${id}/resolved`, { resolved: true })
  }
  expect((await principal.ask('POST', `/materials/${material}/import`, { text: TEXT })).status).toBe(200)
})

/** A tab left open by one scene would be present in the next. */
test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})

test.afterAll(() => app.dispose())

function personOf(name: string) {
  const person = sample.people.find((each) => each.name === name)
  if (person === undefined) throw new Error(`nobody is called ${name}`)
  return person
}

async function threads(): Promise<{ id: string; quote: string; resolved: unknown }[]> {
  const { body } = await principal.ask('GET', `/materials/${material}/comments`)
  return (body as { threads: { id: string; quote: string; resolved: unknown }[] }).threads
}

const open = (browser: Parameters<typeof Writer.open>[0], name: string) =>
  Writer.open(browser, app, sample, personOf(name), material)
const words = (page: Page, text: string | RegExp) => page.locator('.document [data-thread]', { hasText: text })
const card = (page: Page, text: string) => page.locator('[data-thread-card]').filter({ hasText: text })
const draftOf = (page: Page) => page.getByRole('region', { name: '新批注' })

/** Says `text` on some words of a block; done when it stands beside them. */
async function comment(writer: Writer, block: number, from: number, to: number, text: string): Promise<void> {
  await writer.select([block, from], [block, to])
  await writer.page.keyboard.press('Control+Alt+m')
  const draft = draftOf(writer.page)
  await draft.getByRole('combobox').fill(text)
  await draft.getByRole('button', { name: '发表' }).click()
  await expect(card(writer.page, text)).toBeVisible()
}

/** Whether the words show that they are commented on. */
const isShown = (marked: Locator) => marked.evaluate((element) => getComputedStyle(element).borderBottomStyle === 'solid')

test('one comments, the other sees it at once, answers with a mention, and both settle it', async ({ browser }) => {
  const [reader, writer] = [await open(browser, PRINCIPAL), await open(browser, MEMBER)]
  await comment(writer, FIRST, 7, 15, '这里要有具体次数')
  await expect(words(writer.page, '对学习笔记检查较')).toBeVisible()
  await expect(words(reader.page, '对学习笔记检查较')).toBeVisible()
  await expect.poll(() => isShown(words(reader.page, '对学习笔记检查较'))).toBe(true)

  // Unread until it is taken in hand, from the words themselves.
  const seen = card(reader.page, '这里要有具体次数')
  await expect(seen).toContainText('未读')
  const counted = reader.page.getByRole('img', { name: '1 条未读批注' })
  await expect(counted).toBeVisible()
  await words(reader.page, '对学习笔记检查较').click()
  await expect(seen).toHaveAttribute('aria-current', 'true')
  await expect(seen).not.toContainText('未读')
  await expect(counted).toBeHidden()
  await expect(card(writer.page, '这里要有具体次数')).not.toContainText('未读')

  // What comes to a thread in hand is read as it comes: the writer goes elsewhere in the text.
  await writer.page.locator('.document p').last().click()
  await expect(card(writer.page, '这里要有具体次数')).not.toHaveAttribute('aria-current', 'true')

  // A mention chosen by keyboard.
  await seen.getByRole('button', { name: '回复' }).click()
  const field = seen.getByRole('combobox')
  await field.pressSequentially('已补充，@')
  const names = reader.page.getByRole('listbox', { name: '提到谁' })
  await expect(names.getByRole('option', { name: MEMBER })).toBeVisible()
  await expect(names.getByRole('option', { name: PRINCIPAL })).toBeHidden()
  await field.pressSequentially('陆')
  await expect(names.getByRole('option')).toHaveText([MEMBER])
  await field.press('Enter')
  await expect(field).toHaveValue(`已补充，@${MEMBER} `)
  await field.pressSequentially('请看')
  await field.press('Enter')
  await expect(seen.getByText(`@${MEMBER}`)).toBeVisible()

  await writer.page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await expect(card(writer.page, '这里要有具体次数')).toContainText('已补充')
  await expect(card(writer.page, '这里要有具体次数')).toContainText('未读')

  await card(writer.page, '这里要有具体次数').getByRole('button', { name: '解决' }).click()
  await expect(card(writer.page, '这里要有具体次数')).toBeHidden()
  await expect.poll(() => isShown(words(writer.page, '对学习笔记检查较'))).toBe(false)
  await writer.page.getByRole('button', { name: /批注列表/ }).click()
  await writer.page
    .getByText(/^已解决/)
    .first()
    .click()
  const settled = writer.page
    .getByRole('region', { name: '批注列表' })
    .locator('[data-thread-card]')
    .filter({ hasText: '已补充' })
  await expect(settled).toContainText(`${MEMBER}已解决`)
  await expect(settled).toContainText('对学习笔记检查较')
  expect(await seriousFaults(writer.page)).toEqual([])
  await settled.getByRole('button', { name: '重新打开' }).click()
  await expect.poll(() => isShown(words(writer.page, '对学习笔记检查较'))).toBe(true)
})

test('an Enter that ends a composition sends nothing, and a name is chosen by mouse while one composes', async ({ browser }) => {
  const writer = await open(browser, MEMBER)
  const { page } = writer
  await writer.select([SECOND, 0], [SECOND, 6])
  await page.getByRole('button', { name: '批注', exact: true }).click()
  const field = draftOf(page).getByRole('combobox')
  await expect(field).toBeFocused()
  await page.keyboard.type('请 @')
  const option = page.getByRole('option', { name: PRINCIPAL })
  await expect(option).toBeVisible()
  await writer.compose(['h', 'he', 'heding'])
  // As the browser sends it when the input method takes the key.
  await field.evaluate((element) => {
    for (const init of [
      { key: 'Enter', isComposing: true },
      { key: 'Enter', keyCode: 229 },
    ]) {
      element.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }))
    }
  })
  await expect(draftOf(page)).toBeVisible()
  await expect(field).toHaveValue('请 @heding')
  await expect(option).toBeVisible()
  await option.click()
  await expect(field).toHaveValue(`请 @${PRINCIPAL} `)
  await writer.compose(['h', 'heding'])
  await writer.commit('核定')
  await page.keyboard.press('Enter')
  await expect(card(page, '核定')).toBeVisible()
  await expect(card(page, '核定')).toContainText(`@${PRINCIPAL}`)
  expect((await threads()).filter(({ resolved }) => resolved === null)).toHaveLength(1)
})

test('a thread goes with its words through a split, a join and typing, and outlives them', async ({ browser }) => {
  const [reader, writer] = [await open(browser, PRINCIPAL), await open(browser, MEMBER)]
  await comment(writer, FIRST, 2, 10, '分开说')
  await expect(words(reader.page, '不够深入，对学习')).toBeVisible()

  await reader.select([FIRST, 6])
  await reader.page.keyboard.press('Enter')
  await expect(words(writer.page, '不够深入')).toBeVisible()
  await expect(words(writer.page, '，对学习')).toBeVisible()
  const thread = await words(writer.page, '不够深入').getAttribute('data-thread')
  await expect(words(writer.page, '，对学习')).toHaveAttribute('data-thread', thread ?? '')
  await expect(card(reader.page, '分开说')).toHaveCount(1)

  await reader.page.keyboard.press('Backspace')
  await expect(words(writer.page, '不够深入，对学习')).toBeVisible()
  await reader.select([FIRST, 4])
  await reader.page.keyboard.type('很')
  await expect(words(writer.page, '不够很深入，对学习')).toBeVisible()
  // Typed behind the words, it is none of them.
  await reader.select([FIRST, 11])
  await reader.page.keyboard.type('的')
  await expect(words(writer.page, '习的')).toBeHidden()

  await reader.select([FIRST, 0], [FIRST, 19])
  await reader.page.keyboard.press('Delete')
  await expect(card(writer.page, '分开说')).toContainText('原文已删除')
  await expect(card(writer.page, '分开说')).toContainText('不够深入，对学习')
  await reader.page.keyboard.press('Control+z')
  await expect(words(writer.page, /不够很?深入，对学习/)).toBeVisible()
  await expect(card(writer.page, '分开说')).not.toContainText('原文已删除')
})

test('text and card light up together, cards do not touch, and in a narrow window the thread is one tap away', async ({
  browser,
}) => {
  const writer = await open(browser, MEMBER)
  const { page } = writer
  await comment(writer, FIRST, 0, 2, '第一条')
  await comment(writer, FIRST, 3, 6, '第二条')
  await comment(writer, SECOND, 0, 2, '第三条')
  await words(page, '学习').first().hover()
  await expect(card(page, '第一条')).toHaveAttribute('data-lit', 'true')
  const overlaps = async () => {
    const boxes = await Promise.all(['第一条', '第二条', '第三条'].map((text) => card(page, text).boundingBox()))
    const edges = boxes.map((box) => [box?.y ?? 0, (box?.y ?? 0) + (box?.height ?? 0)] as const)
    return edges.filter(([top], index) => top < (edges[index - 1]?.[1] ?? 0)).length
  }
  await expect.poll(overlaps).toBe(0)
  expect(await seriousFaults(page)).toEqual([])

  await page.setViewportSize({ width: 800, height: 900 })
  // The one in hand is shown over the text.
  await expect(card(page, '第三条')).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(card(page, '第三条')).toBeHidden()
  await words(page, '调研').click()
  await expect(card(page, '第三条')).toBeInViewport()
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(card(page, '第三条')).toBeHidden()
})

test('one suggests inside commented words and answers a suggestion on its card', async ({ browser }) => {
  const reader = await open(browser, PRINCIPAL)
  await comment(reader, FIRST, 2, 10, '说得再实一些')
  expect((await principal.ask('POST', `/materials/${material}/transitions`, { transition: 'submit' })).status).toBe(200)
  try {
    const writer = await open(browser, MEMBER)
    await expect(words(writer.page, '不够深入')).toBeVisible()
    await writer.select([FIRST, 6])
    await writer.page.keyboard.type('扎实')
    await expect(reader.page.locator('.document ins', { hasText: '扎实' })).toBeVisible()
    await writer.select([FIRST, 2], [FIRST, 4])
    await writer.page.keyboard.press('Delete')
    await expect(reader.page.locator('.document del', { hasText: '不够' })).toBeVisible()
    const about = reader.page.locator('[data-card]').filter({ hasText: '扎实' })
    // Three on one line: those not in hand are a line each.
    await about.click()
    await about.getByRole('button', { name: '回复' }).click()
    await about.getByRole('combobox', { name: '回复这条建议' }).fill('同意')
    await about.getByRole('combobox', { name: '回复这条建议' }).press('Enter')
    await expect(about).toContainText('同意')
    await writer.page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await expect(writer.page.locator('[data-card]').filter({ hasText: '扎实' })).toContainText('同意')
    // Its own thread, beside it, is as it was; and to suggest is enough to comment.
    await expect(card(writer.page, '说得再实一些')).toBeVisible()
    await comment(writer, SECOND, 0, 4, '建议权也能批注')
    await expect(words(reader.page, '调研不够')).toBeVisible()
  } finally {
    await principal.ask('POST', `/materials/${material}/transitions`, { transition: 'return', reason: '继续修改' })
  }
})

test('a mark that no thread stands behind shows nothing, and a hand that may only suggest cannot set one', async ({
  browser,
}) => {
  const reader = await open(browser, PRINCIPAL)
  const member = await HttpPerson.signIn(app, personOf(MEMBER))
  const forge = (doc: Y.Doc, thread: string) => {
    const heading = doc.getXmlFragment('default').get(HEADING) as Y.XmlElement
    const attrs = { thread }
    ;(heading.get(0) as Y.XmlText).format(0, 2, { [overlappingKey('comment', attrs)]: attrs })
  }
  const editor = new Peer(app, member, material)
  await expect.poll(() => editor.synced).toBe(true)
  forge(editor.doc, 'made-up')
  await expect(words(reader.page, '主要')).toHaveCount(1)
  expect(await isShown(words(reader.page, '主要'))).toBe(false)
  editor.close()

  expect((await principal.ask('POST', `/materials/${material}/transitions`, { transition: 'submit' })).status).toBe(200)
  const suggester = new Peer(app, member, material)
  await expect.poll(() => suggester.synced).toBe(true)
  forge(suggester.doc, 'made-up-too')
  await expect.poll(() => suggester.closes).toContain(4409)
  suggester.close()
  expect(await reader.page.locator('[data-thread="made-up-too"]').count()).toBe(0)
  const position = { tname: 'default' }
  const forged = { on: { from: position, to: { item: { client: 1, clock: 1 } } }, text: '伪造' }
  expect((await member.ask('POST', `/materials/${material}/comments`, forged)).status).toBe(409)
})
