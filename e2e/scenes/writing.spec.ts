/** Two people write one text in the product with keyboard, clipboard and tools: what the unit tests of the editor cannot see. */
import { expect, test } from '@playwright/test'
import { App } from '../fixtures/app'
import { Writer } from '../harness/workspace'

const app = new App()
let one: Writer
let other: Writer

test.beforeAll(async ({ browser }) => {
  const sample = await app.sample()
  await app.start()
  const material = sample.materials.find(({ kind }) => kind === 'collective')
  const [first, second] = sample.people.filter(({ roles }) => roles.includes('member'))
  if (!material || !first || !second) throw new Error('the sample meeting has too few people')
  one = await Writer.open(browser, app, sample, first, material.id)
  other = await Writer.open(browser, app, sample, second, material.id)
  await one.context.grantPermissions(['clipboard-read', 'clipboard-write'])
})

test.afterAll(async () => {
  await Promise.all([one, other].map((each) => each?.context.close()))
  await app.dispose()
})

const TEXT = [
  '关于整改的报告',
  '按照要求，报告如下。',
  '一、存在的问题',
  '（一）理论学习方面',
  '学习不深，全年只有**次。',
  '二、原因',
  '学习不够。',
]

test('a text is pasted over everything, recognised, and both see it', async () => {
  await one.page.locator('.document').click()
  await one.page.keyboard.press('Control+a')
  await one.page.evaluate((text) => navigator.clipboard.writeText(text), TEXT.join('\n'))
  await one.page.keyboard.press('Control+v')
  for (const { page } of [one, other]) {
    await expect(page.locator('.document > h1')).toHaveText('关于整改的报告')
    await expect(page.locator('.document > h2')).toHaveText(['存在的问题', '原因'])
    await expect(page.locator('.document > h3')).toHaveText(['理论学习方面'])
    await expect(page.locator('.document .placeholder')).toHaveText(['**'])
  }
})

test('copying gives the drawn numbers back', async () => {
  await one.page.locator('.document').click()
  await one.page.keyboard.press('Control+a')
  await one.page.keyboard.press('Control+c')
  expect(await one.page.evaluate(() => navigator.clipboard.readText())).toBe(TEXT.join('\n'))
})

test('a number typed at the start makes the heading; one undo gives the number back, another the text', async () => {
  await one.select([6, 5])
  await one.page.keyboard.press('Enter')
  await one.page.keyboard.type('三、措施')
  for (const { page } of [one, other]) await expect(page.locator('.document > h2')).toHaveText(['存在的问题', '原因', '措施'])
  await one.page.keyboard.press('Control+z')
  await one.page.keyboard.press('Control+z')
  await expect(one.page.locator('.document > p').last()).toHaveText('三、')
  await one.page.keyboard.press('Control+y')
  await expect(one.page.locator('.document > h2')).toHaveCount(3)
})

test('the other’s caret bears their name, which fades when they rest', async () => {
  await one.page.locator('.document > p').first().click()
  const caret = other.page.locator('.remote-caret')
  await expect(caret).toHaveCount(1)
  await expect(caret).toHaveAttribute('data-name', /.+/)
  await expect(caret).toHaveAttribute('data-moving', '')
  await expect(caret).not.toHaveAttribute('data-moving', '')
  const box = await caret.boundingBox()
  await other.page.mouse.move((box?.x ?? 0) + 3, (box?.y ?? 0) + 5)
  await expect(caret).toHaveAttribute('data-moving', '')
  expect(await other.page.evaluate(() => document.querySelector('.document .remote-caret'))).toBeNull()
})

test('find and replace by keyboard alone', async () => {
  const { page } = one
  await one.select([1, 0])
  await page.keyboard.press('Control+f')
  await page.keyboard.type('学习')
  const bar = page.getByRole('search')
  await expect(bar.locator('output').first()).toHaveText('0 / 3')
  await page.keyboard.press('Enter')
  await expect(bar.locator('output').first()).toHaveText('1 / 3')
  await page.keyboard.press('Shift+Enter')
  await expect(bar.locator('output').first()).toHaveText('3 / 3')
  await page.keyboard.press('Control+h')
  await page.getByLabel('替换为').fill('钻研')
  await page.getByRole('button', { name: '全部替换' }).click()
  await expect(bar.getByText('已替换 3 处')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(page.locator('.document')).toBeFocused()
  await expect(other.page.locator('.document > h3')).toHaveText(['理论钻研方面'])
  await page.keyboard.press('Control+z')
  await expect(other.page.locator('.document > h3')).toHaveText(['理论学习方面'])
})

test('tools: kind of block, bold, a table, the length of the text', async () => {
  const { page } = one
  const tools = page.getByRole('toolbar')
  await one.select([1, 0], [1, 4])
  await tools.getByRole('button', { name: '加粗' }).click()
  await expect(tools.getByRole('button', { name: '加粗' })).toHaveAttribute('aria-pressed', 'true')
  await expect(other.page.locator('.document strong')).toHaveText('按照要求')
  await tools.getByRole('button', { name: /段落类型/ }).click()
  await page.getByRole('menuitemradio', { name: '引文' }).click()
  await expect(other.page.locator('.document > blockquote')).toHaveText('按照要求，报告如下。')
  await page.locator('.document > p').last().click()
  await tools.getByRole('button', { name: /^表格/ }).click()
  await page.getByRole('menuitem', { name: '插入表格' }).click()
  await page.keyboard.type('问题')
  await page.keyboard.press('Tab')
  await page.keyboard.type('措施')
  await expect(other.page.locator('.document th')).toHaveText(['问题', '措施', ''])
  await expect(tools.getByText(/\d 字$/)).toBeVisible()
})

test('reading changes nothing', async () => {
  const { page } = one
  const before = await other.texts()
  await page.getByText('阅读', { exact: true }).click()
  await expect(page.getByRole('textbox').first()).toHaveAttribute('contenteditable', 'false')
  await page.locator('.document').click()
  await page.keyboard.type('字')
  await page.keyboard.press('Control+Alt+1')
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('search')).toBeVisible()
  expect(await other.texts()).toEqual(before)
  expect(await one.texts()).toEqual(before)
})
