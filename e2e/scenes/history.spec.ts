/** A text through time, in the product: a version is kept, the text goes on, the two are compared, the older one comes back. */
import { expect, test, type Page } from '@playwright/test'
import { App } from '../fixtures/app'
import { seriousFaults } from '../fixtures/axe'
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
})

test.afterAll(async () => {
  await Promise.all([one, other].map((each) => each?.context.close()))
  await app.dispose()
})

async function open(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: '版本', exact: true })
  if (await button.isVisible()) await button.click()
  else {
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '版本', exact: true }).click()
  }
  await expect(page.getByRole('dialog', { name: /^版本：/ })).toBeVisible()
}

const titleOf = (page: Page) => page.locator('.document > h1').first()
const close = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()

test('a version is kept by name', async () => {
  const { page } = one
  await titleOf(page).click()
  await page.keyboard.press('End')
  await page.keyboard.type('甲')
  await expect(titleOf(other.page)).toHaveText(/甲$/)
  await open(page)
  await page.getByLabel('保存当前版本').fill('送领导前')
  await page.getByLabel('说明（可不填）').fill('第一稿')
  await page.getByRole('button', { name: '保存版本' }).click()
  const list = page.getByRole('region', { name: '版本列表' })
  await expect(list.getByRole('button', { name: /送领导前.*第一稿/ })).toBeVisible()
  await expect(page.getByText('没有改动')).toBeVisible()
  await close(page)
})

test('what came since is shown with who wrote it, one change after the other', async () => {
  await titleOf(other.page).click()
  await other.page.keyboard.press('End')
  await other.page.keyboard.type('乙')
  await one.page.locator('.document').click()
  await expect(titleOf(one.page)).toHaveText(/甲乙$/)
  await open(one.page)
  const dialog = one.page.getByRole('dialog')
  await expect(dialog.getByText('第 0 处，共 1 处')).toBeVisible()
  await expect(dialog.locator('ins')).toHaveText('乙')
  await expect(dialog.locator('ins')).toHaveAttribute('title', /.+写$/)
  await one.page.keyboard.press('Alt+ArrowDown')
  await expect(dialog.getByText('第 1 处，共 1 处')).toBeVisible()
  await expect(dialog.locator('[data-current]')).toHaveCount(1)
  await dialog.getByText('左右对照').click()
  await expect(dialog.locator('tr[data-op=changed] td').last()).toHaveText(/甲乙$/)
  await expect(dialog.locator('tr[data-op=changed] td').first()).toHaveText(/甲$/)
  expect(await seriousFaults(one.page)).toEqual([])
})

test('the older one comes back for everybody, and what stood before is kept', async () => {
  const dialog = one.page.getByRole('dialog')
  await dialog.getByRole('button', { name: '恢复到这一版' }).click()
  await dialog.getByRole('button', { name: '恢复', exact: true }).click()
  for (const { page } of [one, other]) await expect(titleOf(page)).toHaveText(/甲$/)
  const before = dialog.getByRole('button', { name: /恢复第 1 版之前/ })
  await expect(before).toBeVisible()
  await before.click()
  await expect(dialog.locator('del')).toHaveText('乙')
})
