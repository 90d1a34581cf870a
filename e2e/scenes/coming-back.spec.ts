/** Suggesting without a network: what comes of the words when it is back, the tab was closed, or the right is gone. */
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { App, type Sample, type SamplePerson } from '../fixtures/app'
import { Cable } from '../fixtures/cable'
import { seriousFaults } from '../fixtures/axe'
import { HttpPerson } from '../fixtures/http'
import { Cast, paper, saveState } from '../fixtures/people'
import { blocksOf, select } from '../fixtures/place'

const TEXT = ['关于整改的报告', '学习笔记记得不全，事后很少再看。', '思想上重视不够，时间上抓得不紧。']
const NOTES = 1
const CAUSES = 2
const OFFLINE = /离线，本机已存 \d+ 处改动/

let app: App
let sample: Sample
/** Whoever loses the network is behind it. */
let cable: Cable
let cast: Cast
let away: Cast
let principal: SamplePerson
let member: SamplePerson
let office: HttpPerson
let collective: string

test.beforeEach(async ({ browser }) => {
  app = new App()
  sample = await app.sample()
  await app.start()
  cable = await Cable.lay(() => app.port)
  cast = new Cast(browser, app, sample)
  away = new Cast(browser, cable, sample)
  principal = cast.find((person) => person.roles.includes('principal'))
  member = cast.members[0] as SamplePerson
  office = await HttpPerson.signIn(app, principal)
  collective = cast.materialOf(null)
  expect((await office.ask('POST', `/materials/${collective}/import`, { text: TEXT.join('\n') })).status).toBe(200)
})

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  await cable.remove()
  await app.dispose()
})

/** 送审: members may only suggest. 定稿: they may only read. */
async function step(transition: 'submit' | 'approve' | 'reopen', reason?: string): Promise<void> {
  const reply = await office.ask('POST', `/materials/${collective}/transitions`, { transition, reason })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
}

const cardsOf = (page: Page) => page.locator('[data-card]')
const noticeOn = (page: Page) => page.getByRole('region', { name: '没能写进材料的文字' })

async function writeAt(page: Page, block: number, offset: number, words: string): Promise<void> {
  await select(page, block, offset)
  await page.keyboard.type(words)
}

async function takeAway(page: Page, block: number, offset: number, count: number): Promise<void> {
  await select(page, block, offset, offset + count)
  await page.keyboard.press('Delete')
}

/** The text is there and can be written. */
async function ready(page: Page): Promise<Page> {
  await expect(paper(page)).toHaveAttribute('contenteditable', 'true')
  await expect.poll(() => blocksOf(page)).toEqual(TEXT)
  return page
}

async function goOffline(page: Page, write: () => Promise<void>): Promise<void> {
  // What the browser holds is not told of its being offline: the cable is.
  cable.pull()
  await page.context().setOffline(true)
  await write()
  await expect(page.locator('[data-save]').first()).toHaveText(OFFLINE)
}

async function comeBack(context: BrowserContext): Promise<void> {
  cable.mend()
  await context.setOffline(false)
}

async function openAgain(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(away.addressOf(collective))
  await expect(paper(page)).toContainText('关于整改的报告')
  return page
}

test('a suggester offline and an editor in the same paragraph: the suggestion stands for both, also from a closed tab', async () => {
  await step('submit')
  const [editor, first] = await Promise.all([cast.write(principal, collective), away.write(member, collective)])
  await Promise.all([ready(editor), ready(first)])
  const context = first.context()
  const suggest = async (page: Page, word: string) => {
    await writeAt(page, NOTES, 6, word)
    await takeAway(page, NOTES, 0, 2)
  }
  await goOffline(first, () => suggest(first, '很'))
  await writeAt(editor, NOTES, 16, '要改进。')
  await writeAt(editor, NOTES, 9, '平时')
  await expect.poll(() => saveState(editor)).toBe('saved')
  await comeBack(context)
  await expect.poll(() => saveState(first), { timeout: 20_000 }).toBe('saved')
  for (const page of [editor, first]) {
    await expect(cardsOf(page)).toHaveCount(2)
    await expect(cardsOf(page).filter({ hasText: '插入“很”' })).toHaveCount(1)
    await expect(cardsOf(page).filter({ hasText: '删除“学习”' })).toHaveCount(1)
    await expect.poll(async () => (await blocksOf(page))[NOTES]).toBe('学习笔记记得很不全，平时事后很少再看。要改进。')
  }

  await goOffline(first, async () => {
    await writeAt(first, CAUSES, 5, '还')
    await takeAway(first, CAUSES, 0, 3)
  })
  await first.close()
  await writeAt(editor, CAUSES, 16, '也不实。')
  await expect.poll(() => saveState(editor)).toBe('saved')
  await comeBack(context)
  const second = await openAgain(context)
  for (const page of [editor, second]) {
    await expect(cardsOf(page)).toHaveCount(4)
    await expect(cardsOf(page).filter({ hasText: '插入“还”' })).toHaveCount(1)
    await expect(cardsOf(page).filter({ hasText: '删除“思想上”' })).toHaveCount(1)
    await expect.poll(async () => (await blocksOf(page))[CAUSES]).toBe('思想上重视还不够，时间上抓得不紧。也不实。')
  }
  await expect(noticeOn(second)).toHaveCount(0)
})

/** Suggests offline; the text is approved meanwhile; the page comes back. */
async function losesTheRight(browser: Browser): Promise<Page> {
  await step('submit')
  const page = await ready(await away.write(member, collective))
  expect(browser.contexts()).toContain(page.context())
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await goOffline(page, async () => {
    await writeAt(page, NOTES, 6, '很')
    await writeAt(page, CAUSES, 7, '也没有多想办法')
    await takeAway(page, CAUSES, 0, 3)
  })
  await step('approve')
  await comeBack(page.context())
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect(paper(page)).toContainText('关于整改的报告')
  await expect.poll(() => blocksOf(page)).toEqual(TEXT)
  await expect(noticeOn(page)).toContainText(/你有 \d+ 处改动没能写进材料/)
  return page
}

const WRITTEN = '很\n也没有多想办法'

async function copied(page: Page): Promise<string> {
  await noticeOn(page).getByRole('button', { name: '复制文字' }).click()
  await expect(noticeOn(page).getByRole('button', { name: '已复制' })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

test('the right is gone: the words are kept through reload and sign-in, can be copied exactly, and are thrown away on purpose', async ({
  browser,
}, info) => {
  const page = await losesTheRight(browser)
  const words = noticeOn(page).getByRole('list')
  await expect(words.locator('ins')).toHaveText(['很', '也没有多想办法'])
  await expect(words.locator('del')).toHaveText(['思想上'])
  expect(await copied(page)).toBe(WRITTEN)
  await page.screenshot({ path: info.outputPath('set-aside.png') })
  expect(await seriousFaults(page)).toEqual([])
  await expect(noticeOn(page).getByRole('button', { name: '放回材料' })).toHaveCount(0)

  await page.reload()
  await expect(noticeOn(page)).toBeVisible()
  await page.context().clearCookies()
  await page.reload()
  await page.getByRole('textbox', { name: '姓名' }).fill(member.username)
  await page.getByRole('textbox', { name: '密码' }).fill(member.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto(away.addressOf(collective))
  expect(await copied(page)).toBe(WRITTEN)

  await noticeOn(page).getByRole('button', { name: '丢弃' }).click()
  await noticeOn(page).getByRole('button', { name: '先留着' }).click()
  await noticeOn(page).getByRole('button', { name: '丢弃' }).click()
  await noticeOn(page).getByRole('button', { name: '确认丢弃' }).click()
  await expect(noticeOn(page)).toHaveCount(0)
  await page.reload()
  await expect(paper(page)).toContainText('关于整改的报告')
  await expect.poll(() => saveState(page)).toBe('untouched')
  await expect(noticeOn(page)).toHaveCount(0)
})

test('the right comes back: the words go into the material with one click', async ({ browser }) => {
  const page = await losesTheRight(browser)
  await step('reopen', '还要补充')
  await noticeOn(page).getByRole('button', { name: '放回材料' }).click()
  await expect(noticeOn(page)).toHaveCount(0)
  const editor = await cast.write(principal, collective)
  for (const each of [editor, page]) {
    await expect(cardsOf(each)).toHaveCount(3)
    await expect
      .poll(() => blocksOf(each))
      .toEqual([TEXT[0], '学习笔记记得很不全，事后很少再看。', '思想上重视不够也没有多想办法，时间上抓得不紧。'])
  }
  await page.reload()
  await expect(cardsOf(page)).toHaveCount(3)
  await expect(noticeOn(page)).toHaveCount(0)
})

test('signing out warns of them and forgets them', async ({ browser }) => {
  const page = await losesTheRight(browser)
  await page.goto(cable.url)
  await page.getByRole('button', { name: `${member.name} 的菜单` }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('dialog', { name: '退出登录' })).toContainText(/本机有 \d+ 处改动还没有保存到服务器/)
  await page.getByRole('button', { name: '放弃改动并退出' }).click()
  await page.getByRole('textbox', { name: '姓名' }).fill(member.username)
  await page.getByRole('textbox', { name: '密码' }).fill(member.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('button', { name: `${member.name} 的菜单` })).toBeVisible()
  await page.goto(away.addressOf(collective))
  await expect(paper(page)).toContainText('关于整改的报告')
  await expect.poll(() => saveState(page)).toBe('untouched')
  await expect(noticeOn(page)).toHaveCount(0)
})

test('a draft that was opened and is closed again: the page that cannot be opened still gives the words back', async () => {
  const draft = sample.materials.find(
    ({ kind, state, owner }) => kind === 'individual' && state === 'draft' && owner !== member.username,
  )
  const owner = await HttpPerson.signIn(
    app,
    cast.find(({ username }) => username === draft?.owner),
  )
  const me = (await (await HttpPerson.signIn(app, member)).ask('GET', '/session')).body as { person: string }
  const open = async (people: string[]) =>
    expect((await owner.ask('PUT', `/materials/${draft?.id}/opened-to`, { people })).status).toBe(200)
  await open([me.person])
  const page = await away.write(member, draft?.id ?? '')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await goOffline(page, async () => {
    await paper(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('建议补一句')
  })
  await open([])
  await comeBack(page.context())
  await expect(page.getByText('你现在没有权限打开这份材料')).toBeVisible()
  await expect(paper(page)).toContainText('建议补一句')
  await page.reload()
  await expect(page.getByText('这份材料打不开').or(page.getByText('草稿还没有公开'))).toBeVisible()
  expect(await copied(page)).toBe('建议补一句')
})
