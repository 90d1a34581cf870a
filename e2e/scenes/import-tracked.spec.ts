/** A file of others, with tracked changes and comments, comes in by the dialog; the meeting's package goes out. */
import { resolve } from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { App } from '../fixtures/app'
import { seriousFaults } from '../fixtures/axe'
import { Writer } from '../harness/workspace'

/** How a file of Word 97–2003 or WPS begins. */
const OLD_WORD = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])
const FILE = resolve('server/exchange/fixtures/libreoffice-tracked.docx')

const app = new App()
let one: Writer
let meeting: string

test.beforeAll(async ({ browser }) => {
  const sample = await app.sample()
  await app.start()
  meeting = sample.meeting
  const material = sample.materials.find(({ kind }) => kind === 'collective')
  const principal = sample.people.find(({ roles }) => roles.includes('principal'))
  if (!material || !principal) throw new Error('the sample meeting has no principal')
  one = await Writer.open(browser, app, sample, principal, material.id)
})

test.afterAll(async () => {
  await one?.context.close()
  await app.dispose()
})

test('what the file proposes and says is told before, and stands in the text after, under the names of the file', async () => {
  const { page } = one
  await page.setViewportSize({ width: 1600, height: 950 })
  const button = page.getByRole('button', { name: '导入', exact: true })
  if (await button.isVisible()) await button.click()
  else {
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '导入', exact: true }).click()
  }
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({ name: '旧稿.doc', mimeType: 'application/msword', buffer: OLD_WORD })
  await dialog.getByRole('button', { name: '预览' }).click()
  await expect(dialog.getByRole('alert')).toContainText('请用 Word 或 WPS 另存为不加密的 .docx 再导入。')
  await dialog.locator('input[type=file]').setInputFiles(FILE)
  await dialog.getByRole('button', { name: '预览' }).click()
  await expect(dialog.getByText(/9 条修订、2 条批注将作为修改建议和评论导入/)).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: '替换并导入' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('.document')).toContainText('标准上有所降低')
  await expect(page.locator('article[data-card]').filter({ hasText: '张三（来自文件）' }).first()).toBeVisible()
  await expect(page.getByText('王五（来自文件）').first()).toBeVisible()
  // Whoever wrote in the file is told apart by colour, the same on the card and in the text.
  const colorOf = (of: Locator) => of.first().evaluate((element) => getComputedStyle(element).getPropertyValue('--c'))
  const cardsOf = (name: string) => page.locator('article[data-card]').filter({ hasText: `${name}（来自文件）` })
  const [zhang, li] = [await colorOf(cardsOf('张三')), await colorOf(cardsOf('李四'))]
  expect(zhang).not.toBe(li)
  const author = (await cardsOf('李四').first().getAttribute('data-author')) ?? ''
  expect(await colorOf(page.locator(`.document [data-author="${author}"]`))).toBe(li)
})

test('the package is made while one waits, and comes as a file', async () => {
  const { page } = one
  await page.goto(`${app.url}/m/${meeting}`)
  await page.getByRole('button', { name: '归档包' }).click()
  const dialog = page.getByRole('dialog', { name: '生成归档包' })
  await expect(dialog.getByText('撰写中和退回修改中的个人材料不会收入。')).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '生成并下载' }).click()
  expect((await download).suggestedFilename()).toMatch(/归档材料\.zip$/)
  await expect(dialog).toBeHidden()
})
