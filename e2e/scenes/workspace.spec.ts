/** The writing page as people use it: who is where, following, state and rights, the save line, two texts at once. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { App, type Sample } from '../fixtures/app'
import { HttpPerson } from '../fixtures/http'
import { seriousFaults } from '../fixtures/axe'

const PRINCIPAL = '沈怀远'
/** Still writing their own in the sample meeting. */
const MEMBER = '陆明川'
const COLLEAGUE = '苏静宜'
/** Long enough for a window to scroll, in sections whose first words tell them apart. */
const LONG = Array.from(
  { length: 30 },
  (_, index) => `（${'一二三四五六七八九十'.charAt(index % 10)}）第${index + 1}节\n${`第${index + 1}节的内容。`.repeat(40)}`,
).join('\n')

let app: App
let sample: Sample

test.beforeAll(async () => {
  app = new App()
  sample = await app.sample()
  await app.start()
  const principal = await HttpPerson.signIn(app, personOf(PRINCIPAL))
  const reply = await principal.ask('POST', `/materials/${materialOf(null)}/import`, { text: `一、主要问题\n${LONG}` })
  expect(reply.status).toBe(200)
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

/** null: the collective one. */
function materialOf(owner: string | null): string {
  return sample.materials.find((each) => each.owner === owner)?.id ?? ''
}

async function open(
  browser: Browser,
  name: string,
  owner: string | null,
  viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const context = await browser.newContext({ viewport })
  const { username, password } = personOf(name)
  const signedIn = await context.request.post(`${app.url}/api/session`, {
    data: { username, password },
    headers: { origin: app.url },
  })
  expect(signedIn.ok()).toBe(true)
  const page = await context.newPage()
  await page.goto(`${app.url}/m/${sample.meeting}/${materialOf(owner)}`)
  await expect(textOf(page)).toBeVisible()
  return page
}

const textOf = (page: Page) => page.getByRole('textbox', { name: /对照检查材料/ })
const outlineOf = (page: Page) => page.getByRole('navigation', { name: '大纲' })
const saveLineOf = (page: Page) => page.locator('[data-save]')

/** The first words that can be read at the top of the text's window. */
function topOf(page: Page): Promise<string> {
  return textOf(page).evaluate((text) => {
    let scroller = text.parentElement
    while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight) scroller = scroller.parentElement
    const top = scroller?.getBoundingClientRect().top ?? 0
    const block = [...text.children].find((each) => each.getBoundingClientRect().bottom > top + 1)
    return block?.textContent?.slice(0, 8) ?? ''
  })
}

async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /人在看/ }).click()
  await page.getByRole('button', { name: `跟随${name}` }).click()
  await expect(banner(page)).toBeVisible()
}

const banner = (page: Page) => page.getByText(/^正在跟随 /)

test('each sees who is here, what they do and in which section, and goes to their place', async ({ browser }) => {
  const [reader, writer] = await Promise.all([open(browser, PRINCIPAL, null), open(browser, MEMBER, null)])
  await outlineOf(writer).getByRole('button', { name: '第20节' }).click()
  await writer.keyboard.press('End')
  await writer.keyboard.type('要具体')

  const row = outlineOf(reader).getByRole('button', { name: '第20节' })
  await expect(row.getByRole('img', { name: `${MEMBER}在这里` })).toBeVisible()
  await reader.getByRole('button', { name: '2 人在看' }).click()
  await expect(reader.getByRole('listitem').filter({ hasText: MEMBER }).filter({ hasText: '正在编辑' })).toContainText('第20节')
  await reader.keyboard.press('Escape')

  await reader.getByRole('button', { name: `去${MEMBER}所在的位置` }).click()
  await expect(textOf(reader).getByText('第20节要具体')).toBeInViewport()
  await expect(outlineOf(reader).locator('[aria-current]')).toContainText(/第(19|20)节/)
})

test('a second tab of the same person is not a second person', async ({ browser }) => {
  const page = await open(browser, PRINCIPAL, null)
  const second = await page.context().newPage()
  await second.goto(page.url())
  await expect(textOf(second)).toBeVisible()
  const other = await open(browser, MEMBER, null)
  await expect(other.getByRole('button', { name: '2 人在看' })).toBeVisible()
})

test('following holds the same text in windows of different sizes, until one scrolls, types or presses Esc', async ({
  browser,
}) => {
  const [follower, leader] = await Promise.all([
    open(browser, PRINCIPAL, null),
    open(browser, MEMBER, null, { width: 390, height: 800 }),
  ])
  await follow(follower, MEMBER)
  await leader.mouse.move(200, 500)
  for (const distance of [2_000, 3_500, -1_200]) {
    await leader.mouse.wheel(0, distance)
    await expect.poll(async () => (await topOf(follower)) === (await topOf(leader))).toBe(true)
  }
  await leader.getByRole('button', { name: /人在看/ }).click()
  await expect(leader.getByText('正在跟随你')).toBeVisible()

  await follower.keyboard.press('Escape')
  await expect(banner(follower)).toBeHidden()
  await follow(follower, MEMBER)
  await follower.mouse.move(900, 500)
  await follower.mouse.wheel(0, 40)
  await expect(banner(follower)).toBeHidden()
  await follow(follower, MEMBER)
  await textOf(follower).getByText('第1节的内容').first().click({ force: true })
  await follower.keyboard.type('字')
  await expect(banner(follower)).toBeHidden()

  await follow(follower, MEMBER)
  await leader.context().close()
  await expect(follower.getByText(`${MEMBER}已离开这份材料`)).toBeVisible()
})

test('送审 takes the text out of one’s hands and says so; 退回 gives it back with the reason', async ({ browser }) => {
  const owner = await open(browser, MEMBER, MEMBER)
  await expect(textOf(owner)).toHaveAttribute('contenteditable', 'true')
  await owner.getByRole('button', { name: '送审' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: '送审' }).click()
  await expect(owner.getByText('材料正在审核，这期间不能修改')).toBeVisible()
  await expect(owner.locator('[contenteditable="true"]')).toHaveCount(0)

  const principal = await open(browser, PRINCIPAL, MEMBER)
  await principal.getByRole('button', { name: '退回' }).click()
  const dialog = principal.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '退回' })).toBeDisabled()
  await dialog.getByLabel('原因').fill('问题要有事例')
  await dialog.getByRole('button', { name: '退回' }).click()
  await expect(owner.getByText('退回原因：问题要有事例')).toBeVisible()
  await expect(textOf(owner)).toHaveAttribute('contenteditable', 'true')
})

test('one’s own text and the collective one stand side by side, both live', async ({ browser }) => {
  const page = await open(browser, MEMBER, null)
  const other = await open(browser, COLLEAGUE, null)
  await page.getByRole('button', { name: '分屏' }).click()
  await expect(textOf(page)).toHaveCount(2)
  await expect(saveLineOf(page)).toHaveCount(2)
  const own = page.getByRole('textbox', { name: `${MEMBER} 个人对照检查材料` })
  await expect(own).toHaveAttribute('contenteditable', 'true')
  await own.locator('p').first().click()
  await page.keyboard.type('我的一句')
  await expect(page.getByRole('region', { name: `${MEMBER} 个人对照检查材料` }).locator('[data-save="saved"]')).toContainText(
    '已保存',
  )

  await expect(textOf(other)).toHaveAttribute('contenteditable', 'true')
  await textOf(other).locator('p').first().click()
  await other.keyboard.type('同事的一句')
  await expect(page.getByRole('textbox', { name: '班子对照检查材料' })).toContainText('同事的一句')
  await expect(page.getByRole('region', { name: '班子对照检查材料' }).locator('[data-save]')).toContainText('已是最新内容')

  await page.setViewportSize({ width: 390, height: 800 })
  await expect(own).toBeVisible()
  await expect(page.getByRole('textbox', { name: '班子对照检查材料' })).toBeHidden()
})

test('the save line tells the truth while the server is gone and after it is back', async ({ browser }) => {
  const page = await open(browser, PRINCIPAL, null)
  await expect(saveLineOf(page)).toContainText('已是最新内容')
  await textOf(page).locator('p').first().click()
  await page.keyboard.type('先写')
  await expect(saveLineOf(page)).toContainText(/已保存 \d\d:\d\d/)
  await app.end('SIGKILL')
  await expect(saveLineOf(page)).toContainText('正在重连')
  await page.keyboard.type('离线写')
  await expect(saveLineOf(page)).toContainText(/离线，本机已存 \d+ 处改动/)
  await app.start()
  await expect(saveLineOf(page)).toContainText(/已保存 \d\d:\d\d/)
  const colleague = await open(browser, MEMBER, null)
  await expect(textOf(colleague)).toContainText('先写离线写')
})

test('nothing serious stands in the way of assistive technology', async ({ browser }) => {
  const page = await open(browser, PRINCIPAL, null)
  // Half faded in, every text is too pale.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: /人在看/ }).click()
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByText('阅读', { exact: true }).click()
  await page.getByRole('button', { name: '分屏' }).click()
  await expect(textOf(page)).toHaveCount(2)
  expect(await seriousFaults(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole('button', { name: '打开材料与大纲' }).click()
  await expect(outlineOf(page)).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
})
