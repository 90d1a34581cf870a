/** A text with suggestions and comments through time: who wrote which words, what versions say of them, and what comes back. */
import { expect, type Page, test } from '@playwright/test'
import { App, type Sample } from '../fixtures/app'
import { seriousFaults } from '../fixtures/axe'
import { HttpPerson } from '../fixtures/http'
import { Writer } from '../harness/workspace'

const PRINCIPAL = '沈怀远'
const MEMBER = '陆明川'
const TEXT = '一、主要问题\n学习不够深入，对学习笔记检查较少。\n调研不够扎实，走访企业偏少。'
const FIRST = 1

const app = new App()
let sample: Sample
let principal: Writer
let member: Writer

test.beforeAll(async ({ browser }) => {
  sample = await app.sample()
  await app.start()
  const material = sample.materials.find(({ kind }) => kind === 'collective')?.id ?? ''
  const reply = await (await HttpPerson.signIn(app, personOf(PRINCIPAL))).ask('POST', `/materials/${material}/import`, {
    text: TEXT,
  })
  expect(reply.status).toBe(200)
  principal = await Writer.open(browser, app, sample, personOf(PRINCIPAL), material)
  member = await Writer.open(browser, app, sample, personOf(MEMBER), material)
})

test.afterAll(async () => {
  await Promise.all([principal, member].map((each) => each?.context.close()))
  await app.dispose()
})

function personOf(name: string) {
  const person = sample.people.find((each) => each.name === name)
  if (person === undefined) throw new Error(`nobody is called ${name}`)
  return person
}

const paragraph = (page: Page) => page.locator('.document > *').nth(FIRST)
const suggestion = (page: Page) => page.locator('[data-card]').filter({ hasText: '扎实' })
const commented = (page: Page) => page.locator('.document [data-thread]', { hasText: '对学习笔记检查' })

test('who wrote the selected words, and when, stands beside them; what is only proposed is told apart', async () => {
  await member.select([FIRST, 4])
  await member.page.keyboard.type('系统')
  await member.page.keyboard.press('Control+Alt+s')
  await expect(member.page.getByRole('radio', { name: '建议' })).toBeChecked()
  await member.select([FIRST, 8])
  await member.page.keyboard.type('扎实')
  await expect(paragraph(principal.page)).toHaveText('学习不够系统深入扎实，对学习笔记检查较少。')

  const { page } = principal
  const ask = page.getByRole('button', { name: /^选中的文字是谁写的/ })
  await principal.select([FIRST, 2])
  await expect(ask).toBeDisabled()
  await principal.select([FIRST, 2], [FIRST, 11])
  await ask.click()
  const dialog = page.getByRole('dialog', { name: '选中的文字是谁写的' })
  const entries = dialog.getByRole('listitem')
  await expect(entries).toHaveText([
    /沈怀远.*不够$/,
    /陆明川.*系统$/,
    /沈怀远.*深入$/,
    /陆明川.*建议插入，尚未采纳.*扎实$/,
    /沈怀远.*，$/,
  ])
  for (const entry of await entries.all()) await expect(entry).toContainText(/\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}:\d{2}/)
  expect(await seriousFaults(page)).toEqual([])

  // Back in the text, with the words still selected.
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.locator('.document')).toBeFocused()
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('不够系统深入扎实，')
})

test('a version has suggestions and comments in it, and brings them back with the words', async () => {
  const { page } = principal
  await principal.select([FIRST, 11], [FIRST, 18])
  await page.keyboard.press('Control+Alt+m')
  const draft = page.getByRole('region', { name: '新批注' })
  await draft.getByRole('combobox').fill('要有具体次数')
  await draft.getByRole('button', { name: '发表' }).click()
  for (const each of [principal, member]) await expect(commented(each.page)).toBeVisible()

  const versions = page.getByRole('button', { name: '版本', exact: true })
  const dialog = page.getByRole('dialog', { name: /^版本：/ })
  await versions.click()
  await dialog.getByLabel('保存当前版本').fill('带着建议和批注')
  await dialog.getByRole('button', { name: '保存版本' }).click()
  await expect(dialog.getByRole('button', { name: /带着建议和批注/ })).toBeVisible()
  await expect(dialog.getByText('没有改动')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(versions).toBeFocused()

  await principal.select([FIRST, 0], [FIRST, 21])
  await page.keyboard.type('这一段改写了。')
  for (const each of [principal, member]) {
    await expect(paragraph(each.page)).toHaveText('这一段改写了。')
    await expect(suggestion(each.page)).toHaveCount(0)
    await expect(commented(each.page)).toHaveCount(0)
  }

  // The comparison is of the text: what was only proposed is in neither side.
  await versions.click()
  await expect(
    dialog.locator('[data-kind=paragraph]').filter({ hasText: '学习不够系统深入，对学习笔记检查较少。' }),
  ).toBeVisible()
  await expect(dialog.locator('ins')).toHaveText('这一段改写了。')
  await expect(dialog.getByText('扎实')).toHaveCount(1)
  await expect(dialog.getByText('调研不够扎实')).toBeVisible()
  await dialog.getByRole('button', { name: '恢复到这一版' }).click()
  await dialog.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(dialog.getByRole('button', { name: /恢复第 \d+ 版之前/ })).toBeVisible()
  await page.keyboard.press('Escape')
  for (const each of [principal, member]) {
    await expect(paragraph(each.page)).toHaveText('学习不够系统深入扎实，对学习笔记检查较少。')
    await expect(suggestion(each.page)).toBeVisible()
    await expect(commented(each.page)).toBeVisible()
  }

  // They are alive: the suggestion can be decided, the thread answered.
  await suggestion(page).getByRole('button', { name: '采纳', exact: true }).click()
  await expect(suggestion(page)).toHaveCount(0)
  await expect(paragraph(member.page)).toHaveText('学习不够系统深入扎实，对学习笔记检查较少。')
  await expect(member.page.locator('.document ins')).toHaveCount(0)
  await commented(member.page).click()
  const thread = member.page.locator('[data-thread-card]').filter({ hasText: '要有具体次数' })
  await expect(thread).toHaveAttribute('aria-current', 'true')
})
